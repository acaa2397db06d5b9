package org.chunfeng.deadline;

import java.util.Set;

/** What may suspend a limit; arrears, missing invoices, want of staff and faults of the system may not. */
public enum SuspensionReason {
    INSPECTION,
    SUSPECTED_VIOLATION,
    TAX_ADJUSTMENT,
    RISK_TASK,
    OPEN_INVESTIGATION_OTHER_BUREAU,
    /** Somebody objects that his identity was misused (plan measure 41). */
    IDENTITY_DISPUTE,
    FORCE_MAJEURE;

    private static final Set<String> STEPS_OF_THE_SUSPENSION = Set.of("approveSuspension", "resumeCase");

    /**
     * Whether it stops this clock: every one of the case that the bureau set itself (plan measure 34). A limit that a law
     * sets binds the bureau whatever it has to look into, and gives way to force majeure only; that is our reading until
     * the legal section (法制科) says otherwise. The steps of the suspension itself must go on.
     */
    boolean suspends(DeadlineClock clock) {
        boolean mayWait = clock.rule().kind() != ClockKind.LEGAL || this == FORCE_MAJEURE;
        return mayWait && !STEPS_OF_THE_SUSPENSION.contains(clock.step());
    }
}
