package org.chunfeng.deadline;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A suspension as it was requested, decided and ended.
 *
 * @param clockId null when it suspends every clock of the case that may be suspended
 * @param decidedBy who approved or rejected; null while it waits
 * @param from first day that does not count; null unless approved
 * @param to first day that counts again; null while it lasts
 * @param endedBecause why it was resumed; empty while it lasts
 * @param requestingGroup the department that asked, and that has to resume; empty when no process asked
 */
public record SuspensionRecord(
        long id,
        String caseNumber,
        @Nullable Long clockId,
        SuspensionReason reason,
        String documentNo,
        String note,
        String requestedBy,
        Instant requestedAt,
        LocalDate plannedEnd,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String resumedBy,
        @Nullable Instant resumedAt,
        String endedBecause,
        String requestingGroup) {

    public boolean isPending() {
        return decidedAt == null;
    }

    /** Whether it was approved and nobody has resumed yet. */
    public boolean isOpen() {
        return from != null && to == null;
    }

    boolean concerns(DeadlineClock clock) {
        boolean named = clockId != null && clockId == clock.id();
        boolean all = clockId == null && caseNumber.equals(clock.caseNumber());
        return from != null && reason.suspends(clock) && (named || all);
    }

    Suspension days() {
        if (from == null) {
            throw new IllegalStateException("Suspension %d of case %s was not approved".formatted(id, caseNumber));
        }
        return new Suspension(from, to);
    }
}
