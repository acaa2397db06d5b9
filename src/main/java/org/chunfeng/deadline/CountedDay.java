package org.chunfeng.deadline;

import org.chunfeng.calendar.CalendarDay;

/**
 * One line of an explanation: a day, and what it did to the deadline.
 *
 * @param halves counted half days: 2 for a whole one
 */
public record CountedDay(CalendarDay day, Verdict verdict, int halves) {

    /** Why a day was counted or skipped. */
    public enum Verdict {
        /** The day of the start, which is not counted (民法典 §201). */
        START,
        COUNTED,
        WEEKEND,
        HOLIDAY,
        SUSPENDED,
        /** Day of a calendar-day period of the tax law. */
        PERIOD,
        /** Working day added by §109, or given back after a suspension. */
        EXTENSION
    }
}
