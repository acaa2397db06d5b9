package org.chunfeng.casefile;

/** Where a case stands, for reading only: the model is the state machine. */
public enum CaseStatus {
    /** Arrived, not accepted yet. */
    RECEIVED,
    /** The taxpayer was told of all gaps and has to bring papers. */
    SUPPLEMENTING,
    /** Accepted: the clocks of the case run. */
    HANDLING,
    /** The slip is with the treasury. */
    SENT,
    CLOSED
}
