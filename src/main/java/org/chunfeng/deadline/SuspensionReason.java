package org.chunfeng.deadline;

/** What may suspend a limit; arrears, missing invoices, want of staff and faults of the system may not. */
public enum SuspensionReason {
    INSPECTION,
    SUSPECTED_VIOLATION,
    TAX_ADJUSTMENT,
    RISK_TASK,
    OPEN_INVESTIGATION_OTHER_BUREAU,
    /** Somebody objects that his identity was misused (plan measure 41). */
    IDENTITY_DISPUTE,
    FORCE_MAJEURE
}
