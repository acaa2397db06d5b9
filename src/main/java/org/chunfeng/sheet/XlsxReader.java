package org.chunfeng.sheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Reads the first sheet of a workbook. */
final class XlsxReader implements SheetReader {

    /** Excel keeps 15 digits of a number; what it writes beyond them is noise: 4.0999999999999996 is 4.1. */
    private static final MathContext DIGITS = new MathContext(15);

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final Set<Integer> mergedRows;

    XlsxReader(Path path, Set<Integer> mergedRows) throws IOException {
        this.mergedRows = mergedRows;
        try {
            workbook = new ReadableWorkbook(path.toFile());
            stream = workbook.getFirstSheet().openStream();
            rows = stream.iterator();
        } catch (IOException | RuntimeException unreadable) {
            throw new SheetRefused("import.notXlsx");
        }
    }

    @Override
    public @Nullable SheetRow next() {
        try {
            while (rows.hasNext()) {
                Row row = rows.next();
                var read = new SheetRow(row.getRowNum(), cells(row), mergedRows.contains(row.getRowNum()));
                if (!read.isBlank()) {
                    return read;
                }
            }
            return null;
        } catch (ExcelReaderException damaged) {
            throw new SheetRefused("import.notXlsx");
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }

    private static List<SheetCell> cells(Row row) {
        List<SheetCell> cells = new ArrayList<>(row.getCellCount());
        for (int column = 0; column < row.getCellCount(); column++) {
            Cell cell = row.getCell(column);
            cells.add(cell == null ? SheetCell.EMPTY : cell(cell));
        }
        return cells;
    }

    private static SheetCell cell(Cell cell) {
        String raw = cell.getRawValue() == null ? "" : cell.getRawValue();
        return switch (cell.getType()) {
            case NUMBER -> new SheetCell(SheetCell.Kind.NUMBER, digits(raw));
            case FORMULA -> new SheetCell(SheetCell.Kind.FORMULA, "=" + cell.getFormula());
            case ERROR -> new SheetCell(SheetCell.Kind.ERROR, raw);
            case BOOLEAN -> SheetCell.text(raw.equals("1") ? "true" : "false");
            default -> SheetCell.text(cell.getType() == CellType.EMPTY ? "" : cell.getText());
        };
    }

    private static String digits(String raw) {
        return new BigDecimal(raw).round(DIGITS).toPlainString();
    }
}
