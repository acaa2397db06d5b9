package org.chunfeng.sheet;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds out how a csv file is encoded: UTF-8 if every byte of it is, else GB18030 if every byte of it is. */
final class CsvEncoding {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int PIECE = 1 << 16;

    private CsvEncoding() {}

    static Charset of(Path path) throws IOException {
        for (Charset candidate : List.of(StandardCharsets.UTF_8, GB18030)) {
            if (reads(path, candidate)) {
                return candidate;
            }
        }
        throw new SheetRefused("import.encoding");
    }

    /** A NUL is no character of a table: UTF-16 and binary files have them. */
    private static boolean reads(Path path, Charset charset) throws IOException {
        char[] piece = new char[PIECE];
        try (Reader content = strictly(path, charset)) {
            for (int length = content.read(piece); length >= 0; length = content.read(piece)) {
                for (int i = 0; i < length; i++) {
                    if (piece[i] == 0) {
                        throw new SheetRefused("import.encoding");
                    }
                }
            }
            return true;
        } catch (CharacterCodingException otherEncoding) {
            return false;
        }
    }

    private static Reader strictly(Path path, Charset charset) throws IOException {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new InputStreamReader(Files.newInputStream(path), decoder);
    }
}
