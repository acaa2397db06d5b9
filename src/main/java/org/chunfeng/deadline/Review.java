package org.chunfeng.deadline;

import java.util.Objects;

/** A clock as it was stored, and what is reckoned of it now. */
record Review(DeadlineClock before, Reckoning reckoning) {

    boolean dueMoved() {
        return !Objects.equals(before.dueAt(), reckoning.dueAt());
    }

    boolean moved() {
        return dueMoved()
                || !Objects.equals(
                        before.warnAt(), reckoning.warnAt(before.rule().lead()));
    }

    /** The clock with its projections as reckoned. */
    DeadlineClock after(long calendarVersion) {
        return new DeadlineClock(
                before.id(),
                before.bureau(),
                before.caseNumber(),
                before.step(),
                before.epoch(),
                before.processInstance(),
                before.rule(),
                before.startedAt(),
                reckoning.dueAt(),
                reckoning.warnAt(before.rule().lead()),
                reckoning.targetOn(),
                reckoning.isProvisional(),
                reckoning.isSuspended(),
                calendarVersion,
                before.warnedAt(),
                before.stoppedAt());
    }
}
