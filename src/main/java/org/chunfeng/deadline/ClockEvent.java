package org.chunfeng.deadline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One entry of the append-only ledger of a clock: who did what to it, why, and how its due time moved. */
public record ClockEvent(
        Instant at,
        Kind kind,
        String actor,
        String reason,
        Budget budget,
        @Nullable Instant oldDueAt,
        @Nullable Instant newDueAt,
        long calendarVersion) {

    /** What can happen to a clock. */
    public enum Kind {
        STARTED,
        SUSPENDED,
        RESUMED,
        BUDGET_CHANGED,
        CALENDAR_CHANGED,
        STOPPED,
        BREACHED
    }
}
