package org.chunfeng.deadline;

/** In what a deadline is counted. */
public enum Unit {
    /** Whole working days; the day of the start is not counted. */
    WORKING_DAY,
    /** Half working days; the half in which it starts is not counted (plan measure 70). */
    HALF_DAY,
    /** Until business closes on the same working day (当日); what comes after closing belongs to the next one. */
    SAME_DAY,
    /** The last calendar day of the following month, whether worked or not (plan measure 31). */
    END_OF_NEXT_MONTH,
    /** A date that the plan names. */
    FIXED_DATE,
    /** Calendar days of the tax law, extended as §109 of the implementing rules says. */
    CALENDAR_DAY;

    /** Whether an amount belongs to it. */
    boolean counts() {
        return this == WORKING_DAY || this == HALF_DAY || this == CALENDAR_DAY;
    }
}
