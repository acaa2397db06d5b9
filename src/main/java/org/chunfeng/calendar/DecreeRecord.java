package org.chunfeng.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decree set as it is kept: who imported and who signed it, and whether it is in force.
 *
 * @param version the calendar version that its signature made; null for drafts
 */
public record DecreeRecord(
        long id,
        int year,
        String source,
        String hash,
        State state,
        String importedBy,
        Instant importedAt,
        @Nullable String signedBy,
        @Nullable Instant signedAt,
        @Nullable String reason,
        @Nullable Long version) {

    /** DRAFT until a second person signs; SUPERSEDED by a later set of the same year; DISCARDED unsigned. */
    public enum State {
        DRAFT,
        SIGNED,
        SUPERSEDED,
        DISCARDED
    }
}
