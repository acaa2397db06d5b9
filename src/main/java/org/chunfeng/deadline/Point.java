package org.chunfeng.deadline;

/** A place in the life of a clock, to which a rung of the escalation ladder is tied. */
public enum Point {
    /** When the deadline table says to warn. */
    WARNING,
    /** Opening of the nth working day before the due day. */
    BEFORE,
    /** Close of the day by whose end this share of the working days, in percent, is used up. */
    SHARE,
    /** The due time itself. */
    DUE,
    /** Opening of the nth working day after the due day. */
    OPENING,
    /** Close of the nth working day after the due day. */
    CLOSING
}
