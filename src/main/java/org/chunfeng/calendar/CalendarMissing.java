package org.chunfeng.calendar;

/** A strict question fell into a year for which no decree was signed: CALENDAR_MISSING(year). */
public class CalendarMissing extends RuntimeException {

    private final int year;

    public CalendarMissing(int year) {
        super("CALENDAR_MISSING(%d): no decree was signed for that year".formatted(year));
        this.year = year;
    }

    public int year() {
        return year;
    }
}
