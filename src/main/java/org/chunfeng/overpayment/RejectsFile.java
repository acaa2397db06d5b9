package org.chunfeng.overpayment;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chunfeng.sheet.SheetFormat;
import org.chunfeng.sheet.SheetWriter;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The refused rows as a list like the one that was loaded, with the reason: corrected, it can be loaded again. */
@Component
class RejectsFile {

    private final RowResults results;
    private final Columns columns;
    private final MessageSource messages;

    RejectsFile(RowResults results, Columns columns, MessageSource messages) {
        this.results = results;
        this.columns = columns;
        this.messages = messages;
    }

    void write(long importId, SheetFormat format, OutputStream to) throws IOException {
        try (SheetWriter file = format.writer(to)) {
            file.row(header());
            results.each(importId, List.of("REJECTED"), result -> write(result, file));
        }
    }

    /** An empty list to fill in. */
    void writeTemplate(SheetFormat format, OutputStream to) throws IOException {
        try (SheetWriter file = format.writer(to)) {
            file.row(columns.names());
        }
    }

    private List<String> header() {
        List<String> header = new ArrayList<>(columns.names());
        header.add(text("overpayment.column.rowNo"));
        header.add(text("overpayment.column.reason"));
        return header;
    }

    private static void write(RowResult result, SheetWriter file) {
        List<String> cells = new ArrayList<>(result.cells() == null ? List.of() : result.cells());
        cells.add(String.valueOf(result.rowNo()));
        cells.add(result.reason());
        try {
            file.row(cells);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.CHINA);
    }
}
