package org.chunfeng.deadline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A clock as the ladder sees it: held for this transaction, reckoned with the calendar in force. */
public record LadderClock(DeadlineClock clock, String matter, Reckoning reckoning) {

    /** When the rung is reached; null when it is not, or while the clock stands still before. */
    public @Nullable Instant at(RungPlace place) {
        return reckoning.at(place, clock.rule().lead());
    }

    /** Whether the step was finished before it was due. */
    public boolean isMet() {
        Instant stoppedAt = clock.stoppedAt();
        return stoppedAt != null && !reckoning.isOverdue(stoppedAt);
    }
}
