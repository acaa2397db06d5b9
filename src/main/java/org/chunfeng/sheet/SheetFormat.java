package org.chunfeng.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** The kinds of files that are read and written. */
public enum SheetFormat {
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    CSV("text/csv;charset=UTF-8");

    private final String mediaType;

    SheetFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** By the ending of a file's name. */
    public static SheetFormat of(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        if (name.endsWith(".xlsx")) {
            return XLSX;
        }
        if (name.endsWith(".csv")) {
            return CSV;
        }
        throw new SheetRefused("import.unknownFormat");
    }

    public String mediaType() {
        return mediaType;
    }

    public String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    /** A new table that is written to the stream; the stream is left open. */
    public SheetWriter writer(OutputStream to) throws IOException {
        return this == XLSX ? new XlsxWriter(to) : new CsvWriter(to);
    }
}
