package org.chunfeng.calendar;

/** An import or a signature that the calendar does not accept; pages translate the reason. Nothing was changed. */
public class CalendarRefused extends RuntimeException {

    private final Reason reason;
    private final String detail;

    /** Why: the file, its dates, the person, or the state of the decree. */
    public enum Reason {
        UNREADABLE,
        LISTED_TWICE,
        YEAR_UNKNOWN,
        PART_UNKNOWN,
        SOURCE_MISSING,
        DAY_UNKNOWN,
        DATE_OUTSIDE_YEAR,
        DAY_LISTED_TWICE,
        DAY_OFF_AND_WORKED,
        NO_DAYS,
        SAME_PERSON,
        REASON_MISSING,
        NOT_A_DRAFT
    }

    public CalendarRefused(Reason reason, String detail) {
        super(reason + ": " + detail);
        this.reason = reason;
        this.detail = detail;
    }

    public Reason reason() {
        return reason;
    }

    /** The year, date or file part concerned. */
    public String detail() {
        return detail;
    }
}
