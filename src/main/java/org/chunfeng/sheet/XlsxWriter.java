package org.chunfeng.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a workbook of one sheet, every cell a text of its own, a few hundred rows at a time. */
final class XlsxWriter implements SheetWriter {

    private static final int ROWS_HELD = 500;
    private static final double WIDTH = 18;
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\\t\\n\\r]]");

    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    XlsxWriter(OutputStream to) {
        workbook = new Workbook(to, "Chunfeng", "1.0");
        sheet = workbook.newWorksheet("Sheet1");
        sheet.freezePane(0, 1);
    }

    @Override
    public void row(List<String> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            if (row == 0) {
                sheet.width(column, WIDTH);
            }
            if (!cells.get(column).isEmpty()) {
                sheet.inlineString(row, column, withoutControls(cells.get(column)));
            }
        }
        row++;
        if (row % ROWS_HELD == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
        workbook.finish();
    }

    /** XML knows no control characters. */
    private static String withoutControls(String text) {
        return CONTROLS.matcher(text).replaceAll(" ");
    }
}
