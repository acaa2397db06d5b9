package org.chunfeng.calendar;

import java.time.LocalDate;

/**
 * One day as the bureau lives it: whether people work, and the decree's name for it (empty for ordinary days).
 *
 * @param known false when no signed decree covers the year, so that the answer rests on weekends and fixed law alone
 */
public record CalendarDay(LocalDate date, Kind kind, String name, boolean known) {

    /** An ordinary weekday, an ordinary weekend, a day off by decree, or a day worked by decree (调休上班). */
    public enum Kind {
        WORKDAY,
        WEEKEND,
        HOLIDAY,
        MAKE_UP
    }

    public boolean working() {
        return kind == Kind.WORKDAY || kind == Kind.MAKE_UP;
    }
}
