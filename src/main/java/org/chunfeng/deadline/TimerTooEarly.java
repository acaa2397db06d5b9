package org.chunfeng.deadline;

import java.time.Instant;

/**
 * A timer fired by a date that a calendar change has already moved away, before the review came to that clock. The job is
 * retried; by then the review has given it its new date. Were it to pass, nothing would fire at the new date.
 */
class TimerTooEarly extends RuntimeException {

    TimerTooEarly(DeadlineClock clock) {
        super("Clock %d (%s of case %s) is being moved to another date by a calendar change"
                .formatted(clock.id(), clock.step(), clock.caseNumber()));
    }

    static boolean happened(DeadlineClock before, DeadlineClock renewed, Instant now) {
        boolean overdueNoMore = before.isOverdue(now) && !renewed.isOverdue(now);
        boolean atRiskNoMore = before.isAtRisk(now) && !renewed.isAtRisk(now) && !renewed.isOverdue(now);
        return overdueNoMore || atRiskNoMore;
    }
}
