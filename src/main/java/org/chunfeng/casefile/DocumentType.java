package org.chunfeng.casefile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The kinds of files that may be attached, told by their content and never by their name alone. */
public enum DocumentType {
    PDF("application/pdf", "255044462d"),
    PNG("image/png", "89504e470d0a1a0a"),
    JPG("image/jpeg", "ffd8ff"),
    OFD("application/ofd", "504b0304", "OFD.xml"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "504b0304", "word/"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "504b0304", "xl/");

    /** A packed file that hides its telling entry behind this many others is not taken for a document. */
    private static final int ENTRIES_TO_LOOK_AT = 200;

    private final String mediaType;
    private final byte[] beginning;
    private final String entry;

    DocumentType(String mediaType, String beginning) {
        this(mediaType, beginning, "");
    }

    DocumentType(String mediaType, String beginning, String entry) {
        this.mediaType = mediaType;
        this.beginning = HexFormat.of().parseHex(beginning);
        this.entry = entry;
    }

    public String mediaType() {
        return mediaType;
    }

    public boolean isShownInBrowser() {
        return this == PDF || this == PNG || this == JPG;
    }

    public static Optional<DocumentType> ofContent(byte[] content) {
        return Arrays.stream(values()).filter(type -> type.fits(content)).findFirst();
    }

    public static Optional<DocumentType> ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst();
    }

    private boolean fits(byte[] content) {
        boolean beginsSo = content.length >= beginning.length
                && Arrays.equals(content, 0, beginning.length, beginning, 0, beginning.length);
        return beginsSo && (entry.isEmpty() || contains(content));
    }

    private boolean contains(byte[] content) {
        try (var packed = new ZipInputStream(new ByteArrayInputStream(content))) {
            int looked = 0;
            for (ZipEntry next = packed.getNextEntry(); next != null; next = packed.getNextEntry()) {
                if (next.getName().toLowerCase(Locale.ROOT).startsWith(entry.toLowerCase(Locale.ROOT))) {
                    return true;
                }
                if (++looked > ENTRIES_TO_LOOK_AT) {
                    return false;
                }
            }
            return false;
        } catch (IOException | IllegalArgumentException notReadable) {
            return false;
        }
    }
}
