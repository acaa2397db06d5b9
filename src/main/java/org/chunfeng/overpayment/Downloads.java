package org.chunfeng.overpayment;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.chunfeng.engine.Refused;
import org.chunfeng.sheet.SheetFormat;
import org.chunfeng.sheet.SheetRefused;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** Announces a file that is about to be written to an answer. */
final class Downloads {

    private Downloads() {}

    /** The format follows from the name's ending; an unknown one is not found. */
    static SheetFormat begin(HttpServletResponse response, String fileName) {
        try {
            SheetFormat format = SheetFormat.of(fileName);
            response.setContentType(format.mediaType());
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(fileName, StandardCharsets.UTF_8)
                            .build()
                            .toString());
            return format;
        } catch (SheetRefused unknown) {
            throw Refused.of(404, unknown.key());
        }
    }
}
