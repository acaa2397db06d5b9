package org.chunfeng.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Inflates a workbook once, keeping nothing, before anybody reads it: bombs are refused, merged cells are found. */
final class XlsxGuard {

    private static final int MOST_ENTRIES = 2_000;
    private static final long MOST_BYTES = 2L << 30;
    /** Shared strings are the one part that a reader has to hold in memory. */
    private static final long MOST_SHARED_BYTES = 128L << 20;

    private static final String SHARED_STRINGS = "xl/sharedStrings.xml";
    private static final String FIRST_SHEET = "xl/worksheets/sheet1.xml";
    private static final Pattern MERGED =
            Pattern.compile("<(?:\\w+:)?mergeCell [^>]*ref=\"[A-Z]+(\\d+):[A-Z]+(\\d+)\"");
    private static final int OVERLAP = 200;

    private long inflated;

    /** Rows that share a cell with another row. */
    Set<Integer> inspect(Path path) throws IOException {
        Set<Integer> merged = new HashSet<>();
        try (var zip = new ZipFile(path.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw new SheetRefused("import.bomb");
            }
            var entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                try (InputStream content = zip.getInputStream(entry)) {
                    inflate(entry.getName(), content, merged);
                }
            }
        } catch (ZipException damaged) {
            throw new SheetRefused("import.notXlsx");
        }
        return merged;
    }

    private void inflate(String name, InputStream content, Set<Integer> merged) throws IOException {
        byte[] piece = new byte[1 << 16];
        String before = "";
        long ofEntry = 0;
        for (int length = content.read(piece); length >= 0; length = content.read(piece)) {
            ofEntry += length;
            inflated += length;
            if (inflated > MOST_BYTES || name.equals(SHARED_STRINGS) && ofEntry > MOST_SHARED_BYTES) {
                throw new SheetRefused("import.bomb");
            }
            if (name.equals(FIRST_SHEET)) {
                String text = before + new String(piece, 0, length, StandardCharsets.ISO_8859_1);
                collect(text, merged);
                before = text.substring(Math.max(0, text.length() - OVERLAP));
            }
        }
    }

    private static void collect(String text, Set<Integer> merged) {
        if (!text.contains("mergeCell ")) {
            return;
        }
        Matcher found = MERGED.matcher(text);
        while (found.find()) {
            int first = Integer.parseInt(found.group(1));
            int last = Integer.parseInt(found.group(2));
            for (int row = first; row <= last && first != last && merged.size() < 1_100_000; row++) {
                merged.add(row);
            }
        }
    }
}
