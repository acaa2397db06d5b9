package org.chunfeng.deadline;

import java.time.Instant;

/**
 * How a clock stands at a moment, reckoned from ledger and calendar: never read from what was stored.
 *
 * @param remaining working days left, to the half; what was left when it was suspended
 * @param overrun working days exceeded
 */
public record Standing(
        DeadlineClock clock, boolean overdue, boolean standingStill, WorkTime remaining, WorkTime overrun) {

    static Standing at(DeadlineClock clock, Reckoning reckoning, Instant now) {
        Instant moment = clock.stoppedAt() == null ? now : clock.stoppedAt();
        return new Standing(
                clock,
                reckoning.isOverdue(moment),
                reckoning.isStandingStill(),
                reckoning.remaining(moment),
                reckoning.overrun(moment));
    }
}
