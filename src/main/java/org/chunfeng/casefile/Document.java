package org.chunfeng.casefile;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An attachment without its content.
 *
 * @param caseNumber null while the form it was uploaded for has not been sent
 * @param size in bytes
 */
public record Document(
        UUID documentId,
        @Nullable String caseNumber,
        String bureau,
        String name,
        String mediaType,
        long size,
        String uploadedBy,
        Instant uploadedAt) {

    public boolean isAttached() {
        return caseNumber != null;
    }
}
