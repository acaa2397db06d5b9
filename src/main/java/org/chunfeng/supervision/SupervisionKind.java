package org.chunfeng.supervision;

/** What is looked for, and how often. */
enum SupervisionKind {
    /** Every so many working days from the anchor: overdue refunds (plan measure 32). */
    REFUND_SAMPLE,
    /** On the first working day of a month: deregistrations that ran late in the last one (measures 33 and 34). */
    DEREGISTRATION_MONTH,
    /** On the first working day of a quarter: doubtful data of the last one (part 四（三）). */
    DOUBTFUL_QUARTER
}
