package org.chunfeng.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes tables as xlsx and csv, for programs that read a formula wherever a cell begins like one. */
final class SheetFiles {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String VERSION = "01.0000";
    private static final String STARTS_FORMULA = "=+-@\t\r\n＝＋－＠";
    private static final int WIDEST = 40;

    private SheetFiles() {}

    static byte[] xlsx(List<Sheet> sheets) {
        var bytes = new ByteArrayOutputStream();
        xlsx(sheets, bytes);
        return bytes.toByteArray();
    }

    static void xlsx(List<Sheet> sheets, OutputStream out) {
        try (var workbook = new Workbook(out, "Chunfeng", VERSION)) {
            sheets.forEach(sheet -> write(workbook.newWorksheet(sheet.name()), sheet));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Worksheet page, Sheet sheet) {
        for (int column = 0; column < sheet.columns().size(); column++) {
            page.value(0, column, sheet.columns().get(column));
            page.style(0, column).bold().fillColor("E8EEF4").set();
            page.width(column, width(sheet, column));
        }
        page.freezePane(0, 1);
        for (int row = 0; row < sheet.rows().size(); row++) {
            List<@Nullable Object> cells = sheet.rows().get(row);
            for (int column = 0; column < cells.size(); column++) {
                write(page, row + 1, column, cells.get(column));
            }
        }
    }

    /** Texts are written as texts, never as formulas, so nothing in a name can calculate. */
    private static void write(Worksheet page, int row, int column, @Nullable Object cell) {
        if (cell instanceof Number number) {
            page.value(row, column, number);
        } else if (cell instanceof LocalDate date) {
            page.value(row, column, date);
            page.style(row, column).format("yyyy-mm-dd").set();
        } else if (cell != null) {
            page.value(row, column, cell.toString());
        }
    }

    private static double width(Sheet sheet, int column) {
        int longest = sheet.rows().stream()
                .limit(200)
                .mapToInt(row -> String.valueOf(row.get(column)).length())
                .max()
                .orElse(0);
        return Math.min(
                WIDEST, Math.max(longest, 2 * sheet.columns().get(column).length()) + 3);
    }

    static byte[] csv(Sheet sheet) {
        String text = "\uFEFF" + line(sheet.columns())
                + sheet.rows().stream().map(SheetFiles::line).collect(Collectors.joining());
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String line(List<? extends @Nullable Object> cells) {
        return cells.stream().map(SheetFiles::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A quote before what a spreadsheet would take for a formula; numbers stay numbers. */
    private static String cell(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof Number) {
            return cell.toString();
        }
        String text = cell.toString();
        boolean formula = !text.isEmpty() && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0;
        return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }
}
