package org.chunfeng.deadline;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A running or stopped clock of one step, or of a whole case, with the row of the deadline table it was started by.
 *
 * @param epoch counts the clocks of the same step of the same case from 1
 * @param startedAt from when it counts
 * @param dueAt null while suspended before its end; a projection, see {@link Deadlines#standings}
 * @param suspended whether a suspension of it is open
 * @param provisional whether a calendar year is missing that decides about the due day
 * @param warnedAt when somebody was told that it is at risk
 */
public record DeadlineClock(
        long id,
        String bureau,
        String caseNumber,
        String step,
        int epoch,
        @Nullable String processInstance,
        Rule rule,
        Instant startedAt,
        @Nullable Instant dueAt,
        @Nullable Instant warnAt,
        @Nullable LocalDate targetOn,
        boolean provisional,
        boolean suspended,
        long calendarVersion,
        @Nullable Instant warnedAt,
        @Nullable Instant stoppedAt) {

    /** What timers and tasks carry while a clock stands still: the engine knows no timer without a date. */
    public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    public boolean isStopped() {
        return stoppedAt != null;
    }

    /** A moment is overdue from the due time on. */
    public boolean isOverdue(Instant now) {
        return dueAt != null && !now.isBefore(dueAt);
    }

    boolean isAtRisk(Instant now) {
        return warnAt != null && !now.isBefore(warnAt) && !isOverdue(now);
    }

    Instant dueAtOrNever() {
        return dueAt == null ? NEVER : dueAt;
    }

    Instant warnAtOrNever() {
        return warnAt == null ? NEVER : warnAt;
    }
}
