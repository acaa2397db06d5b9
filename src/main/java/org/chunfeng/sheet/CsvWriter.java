package org.chunfeng.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes UTF-8 with a byte order mark, which Excel wants in order to read Chinese. */
final class CsvWriter implements SheetWriter {

    private static final Pattern WOULD_BE_A_FORMULA = Pattern.compile("^[=+\\-@\\t\\r\\n＝＋－＠].*", Pattern.DOTALL);
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{12,}|\\d+[eE]\\d+");

    private final OutputStreamWriter text;
    private final CSVPrinter printer;

    CsvWriter(OutputStream to) throws IOException {
        text = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        printer = new CSVPrinter(
                text, CSVFormat.DEFAULT.builder().setRecordSeparator("\r\n").get());
    }

    @Override
    public void row(List<String> cells) throws IOException {
        printer.printRecord(cells.stream().map(CsvWriter::harmless).toList());
    }

    @Override
    public void close() throws IOException {
        printer.flush();
        text.flush();
    }

    /** What a spreadsheet would compute gets a quote before it; what it would round gets a tab behind it. */
    static String harmless(String cell) {
        if (WOULD_BE_A_FORMULA.matcher(cell).matches()) {
            return "'" + cell;
        }
        return LONG_NUMBER.matcher(cell).matches() ? cell + "\t" : cell;
    }
}
