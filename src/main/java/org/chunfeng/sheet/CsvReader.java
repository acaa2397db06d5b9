package org.chunfeng.sheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads a csv file, its fields separated by commas or tabs. */
final class CsvReader implements SheetReader {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int LONGEST_ROW = 100_000;

    private final BoundedReader text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private int line;

    CsvReader(Path path, Charset encoding) throws IOException {
        char separator = separator(path, encoding);
        BufferedReader content = Files.newBufferedReader(path, encoding);
        skipMark(content);
        text = new BoundedReader(content, LONGEST_ROW);
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .setLenientEof(false)
                .get();
        parser = CSVParser.builder().setReader(text).setFormat(format).get();
        records = parser.iterator();
    }

    @Override
    public @Nullable SheetRow next() throws IOException {
        while (hasNext()) {
            int number = line + 1;
            CSVRecord record = records.next();
            line = (int) parser.getCurrentLineNumber();
            text.rowEnds();
            List<SheetCell> cells = StreamSupport.stream(record.spliterator(), false)
                    .map(SheetCell::text)
                    .toList();
            var row = new SheetRow(number, cells, false);
            if (!row.isBlank()) {
                return row;
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    /** What the parser cannot make out (an open quote at the end) is told with the row where it began. */
    private boolean hasNext() throws IOException {
        try {
            return records.hasNext();
        } catch (NoSuchElementException | IllegalStateException | UncheckedIOException unreadable) {
            throw new SheetRefused("import.rowTooLong", line + 1);
        }
    }

    private static char separator(Path path, Charset encoding) throws IOException {
        try (BufferedReader content = Files.newBufferedReader(path, encoding)) {
            char[] beginning = new char[4096];
            int length = Math.max(0, content.read(beginning));
            String start = new String(beginning, 0, length);
            return start.chars().filter(c -> c == '\t').count()
                            > start.chars().filter(c -> c == ',').count()
                    ? '\t'
                    : ',';
        }
    }

    private static void skipMark(BufferedReader content) throws IOException {
        content.mark(1);
        if (content.read() != BYTE_ORDER_MARK) {
            content.reset();
        }
    }
}
