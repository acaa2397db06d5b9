package org.chunfeng.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something odd about a decree that does not forbid it.
 *
 * @param date the day concerned, the first of January where it is the whole year
 */
public record DecreeRemark(Kind kind, LocalDate date) {

    /** What is odd. */
    public enum Kind {
        /** A weekday listed as worked, which it is anyway. */
        WEEKDAY_WORKED,
        /** A day off by the standing law that the decree leaves out although it is a weekday. */
        STATUTORY_DAY_MISSING,
        NAME_MISSING,
        NO_DAYS_WORKED,
        /** A year later than the next one, for which no notice can be out yet. */
        FAR_YEAR
    }

    static List<DecreeRemark> of(Decree decree, WorkCalendar calendar, LocalDate today) {
        var remarks = new ArrayList<DecreeRemark>();
        LocalDate newYear = LocalDate.of(decree.year(), 1, 1);
        if (decree.year() > today.getYear() + 1) {
            remarks.add(new DecreeRemark(Kind.FAR_YEAR, newYear));
        }
        if (decree.days().stream().noneMatch(DecreeDay::working)) {
            remarks.add(new DecreeRemark(Kind.NO_DAYS_WORKED, newYear));
        }
        var off = decree.days().stream()
                .filter(day -> !day.working())
                .map(DecreeDay::date)
                .collect(Collectors.toSet());
        calendar.lawOf(decree.year()).stream()
                .map(day -> day.day().atYear(decree.year()))
                .filter(date -> !isWeekend(date) && !off.contains(date))
                .sorted()
                .forEach(date -> remarks.add(new DecreeRemark(Kind.STATUTORY_DAY_MISSING, date)));
        for (DecreeDay day : decree.days()) {
            if (day.working() && !isWeekend(day.date())) {
                remarks.add(new DecreeRemark(Kind.WEEKDAY_WORKED, day.date()));
            }
            if (day.name().isBlank()) {
                remarks.add(new DecreeRemark(Kind.NAME_MISSING, day.date()));
            }
        }
        return remarks;
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }
}
