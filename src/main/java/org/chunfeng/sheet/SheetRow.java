package org.chunfeng.sheet;

import java.util.List;

/**
 * One row of a table.
 *
 * @param number as a person counts it in the file, from 1
 * @param merged whether some of its cells are merged with those of another row, so that values are missing
 */
public record SheetRow(int number, List<SheetCell> cells, boolean merged) {

    public SheetCell cell(int column) {
        return column < cells.size() ? cells.get(column) : SheetCell.EMPTY;
    }

    public boolean isBlank() {
        return cells.stream().allMatch(SheetCell::isBlank);
    }
}
