package org.chunfeng.deadline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A clock whose due time a calendar change moves, or has moved; null while it stands still. */
public record MovedClock(
        long clockId,
        String caseNumber,
        String bureau,
        String step,
        @Nullable Instant oldDueAt,
        @Nullable Instant newDueAt) {}
