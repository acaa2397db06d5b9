package org.chunfeng.deadline;

/** The moment from which a clock counts. */
public enum StartsFrom {
    /** The moment the step began. */
    STEP,
    /** The moment the slip was sent, which is the moment the step began. */
    SENT,
    /** The acceptance of the case. */
    ACCEPTED,
    /** The application. */
    APPLIED,
    /** The day on which the overpayment arose. */
    ARISEN,
    /** The day on which a suspension is planned to end. */
    PLANNED_END
}
