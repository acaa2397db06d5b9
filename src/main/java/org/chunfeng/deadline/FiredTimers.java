package org.chunfeng.deadline;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** The running clocks of a case of which a timer just fired. */
@Component
class FiredTimers {

    private final Clocks clocks;
    private final ClockStarter starter;
    private final Clock time;

    FiredTimers(Clocks clocks, ClockStarter starter, Clock time) {
        this.clocks = clocks;
        this.starter = starter;
        this.time = time;
    }

    /** Fails, so that the job comes again, where a calendar change has just moved a date away under its timer. */
    List<DeadlineClock> clocks(String caseNumber) {
        List<Clocks.Found> found = clocks.openOf(caseNumber);
        List<DeadlineClock> renewed = starter.renewed(found);
        Instant now = time.instant();
        for (int i = 0; i < renewed.size(); i++) {
            DeadlineClock before = found.get(i).clock();
            if (TimerTooEarly.happened(before, renewed.get(i), now)) {
                throw new TimerTooEarly(before);
            }
        }
        return renewed;
    }
}
