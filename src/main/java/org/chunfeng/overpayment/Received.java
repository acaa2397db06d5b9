package org.chunfeng.overpayment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.chunfeng.sheet.SheetRefused;
import org.springframework.util.unit.DataSize;

/** Writes what is being uploaded to a file, a piece at a time, and reckons its SHA-256 on the way. */
final class Received {

    private Received() {}

    /** The SHA-256 of what came; refused as soon as it is too big. */
    static String into(Path file, InputStream content, DataSize largest) throws IOException {
        try (var hashing = new DigestOutputStream(Files.newOutputStream(file), sha256())) {
            copy(content, hashing, largest);
            return HexFormat.of().formatHex(hashing.getMessageDigest().digest());
        }
    }

    private static void copy(InputStream content, OutputStream to, DataSize largest) throws IOException {
        byte[] piece = new byte[1 << 16];
        long received = 0;
        for (int length = content.read(piece); length >= 0; length = content.read(piece)) {
            received += length;
            if (received > largest.toBytes()) {
                throw new SheetRefused("import.tooBig", largest.toMegabytes());
            }
            to.write(piece, 0, length);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
