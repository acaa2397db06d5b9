package org.chunfeng.audit;

import java.time.Clock;
import java.time.Instant;
import org.chunfeng.deadline.OfficeTime;
import org.springframework.stereotype.Component;

/** When a message of the ladder may leave: while the bureau is open, and together after a standstill. */
@Component
class Delivery {

    private final LadderSettings settings;
    private final OfficeTime office;
    private final Clock time;

    Delivery(LadderSettings settings, OfficeTime office, Clock time) {
        this.settings = settings;
        this.office = office;
        this.time = time;
    }

    boolean isLate(Instant plannedAt) {
        return plannedAt.plus(settings.lateAfter()).isBefore(time.instant());
    }

    /** Late ones wait for each other, so that a person gets one mail of them all. */
    Instant notBefore(boolean late) {
        Instant now = time.instant();
        Instant moment = settings.inOfficeHours() ? office.reachable() : now;
        return late && moment.equals(now) ? nextDigest(now) : moment;
    }

    private Instant nextDigest(Instant now) {
        long pace = Math.max(1, settings.digestEvery().toMillis());
        return Instant.ofEpochMilli((now.toEpochMilli() / pace + 1) * pace);
    }
}
