package org.chunfeng.report;

import org.chunfeng.report.Sums.Cell;
import org.chunfeng.report.Tallies.DueCell;

/** Which dimensions a cell keeps: the bits of those that were summed over, bureau highest, clock kind lowest. */
enum Shape {
    TOTAL(0b111111),
    BUREAU(0b011111),
    MATTER(0b100111),
    STEP(0b111011),
    PERSON(0b111101),
    CLOCK_KIND(0b111110),
    BUREAU_STEP(0b011011),
    BUREAU_MATTER(0b000111),
    BUREAU_CLOCK_KIND(0b011110),
    MATTER_CLOCK_KIND(0b100110);

    private final int bits;

    Shape(int bits) {
        this.bits = bits;
    }

    boolean fits(Cell cell) {
        return cell.shape() == bits;
    }

    boolean fits(DueCell cell) {
        return fits(place(cell));
    }

    /** A cell without figures where something is due. */
    static Cell place(DueCell cell) {
        return new Cell(
                true,
                cell.bureau(),
                cell.kind(),
                cell.matter(),
                cell.step(),
                cell.person(),
                null,
                cell.shape() << 1 | 1,
                Counts.NONE);
    }
}
