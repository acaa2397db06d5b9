package org.chunfeng.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Takes the time of writing out of a workbook, so that the same tables are the same file. */
final class SameBytes {

    private static final LocalDateTime ALWAYS = LocalDateTime.of(2021, 1, 1, 0, 0);
    private static final String WRITTEN_AT = "(<dcterms:(created|modified)[^>]*>)[^<]*";

    private SameBytes() {}

    static byte[] of(byte[] workbook) {
        try {
            // only the directory at the end of the file tells the sizes of its parts, and that is read from files alone
            Path file = Files.createTempFile("report", ".xlsx");
            try {
                return rewritten(Files.write(file, workbook));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] rewritten(Path workbook) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var in = new ZipFile(workbook.toFile());
                var out = new ZipOutputStream(bytes)) {
            List<? extends ZipEntry> parts = in.stream().toList();
            for (ZipEntry part : parts) {
                var same = new ZipEntry(part.getName());
                same.setTimeLocal(ALWAYS);
                out.putNextEntry(same);
                out.write(content(part.getName(), in.getInputStream(part).readAllBytes()));
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] content(String name, byte[] content) {
        if (!name.equals("docProps/core.xml")) {
            return content;
        }
        String text = new String(content, StandardCharsets.UTF_8);
        return text.replaceAll(WRITTEN_AT, "$1" + ALWAYS + ":00Z").getBytes(StandardCharsets.UTF_8);
    }
}
