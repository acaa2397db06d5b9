package org.chunfeng.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * A table in a file that was looked over before it is read: its encoding is known, and it is no bomb.
 *
 * @param encoding of a csv file
 * @param mergedRows rows of an xlsx file that lack values because cells are merged
 */
public record SheetFile(Path path, SheetFormat format, Charset encoding, Set<Integer> mergedRows) {

    private static final int ZIP_BEGINS = 0x504b;

    /** Looks a file over, without reading its rows; refused where it cannot be a table of this format. */
    public static SheetFile lookOver(Path path, SheetFormat format) throws IOException {
        if (format == SheetFormat.CSV) {
            return new SheetFile(path, format, CsvEncoding.of(path), Set.of());
        }
        if (!beginsLikeZip(path)) {
            throw new SheetRefused("import.notXlsx");
        }
        return new SheetFile(path, format, StandardCharsets.UTF_8, new XlsxGuard().inspect(path));
    }

    public SheetReader read() throws IOException {
        return format == SheetFormat.CSV ? new CsvReader(path, encoding) : new XlsxReader(path, mergedRows);
    }

    private static boolean beginsLikeZip(Path path) throws IOException {
        try (InputStream content = Files.newInputStream(path)) {
            return (content.read() << 8 | content.read()) == ZIP_BEGINS;
        }
    }
}
