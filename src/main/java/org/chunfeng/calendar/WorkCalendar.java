package org.chunfeng.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chunfeng.calendar.CalendarDay.Kind;

/**
 * The working days of the bureau: weekdays, days off and weekends worked, per signed year. Immutable. Counting is strict
 * and throws {@link CalendarMissing}; {@link #day} always answers, marking days of a missing year as not known.
 */
public final class WorkCalendar {

    private final long version;
    private final Map<Integer, Decree> decrees = new TreeMap<>();
    private final Map<LocalDate, CalendarDay> listed = new HashMap<>();
    private final List<StatutoryDay> law;

    /** @param law the days off that are certain even in a year without a decree */
    public WorkCalendar(long version, Collection<Decree> decrees, Collection<StatutoryDay> law) {
        this.version = version;
        this.law = List.copyOf(law);
        for (Decree decree : decrees) {
            this.decrees.put(decree.year(), decree);
            decree.days().forEach(day -> listed.put(day.date(), named(day)));
        }
    }

    private static CalendarDay named(DecreeDay day) {
        return new CalendarDay(day.date(), day.working() ? Kind.MAKE_UP : Kind.HOLIDAY, day.name(), true);
    }

    /** This calendar with the given decrees in place of those of the same years. */
    public WorkCalendar with(long newVersion, Collection<Decree> changed) {
        var merged = new TreeMap<>(decrees);
        changed.forEach(decree -> merged.put(decree.year(), decree));
        return new WorkCalendar(newVersion, merged.values(), law);
    }

    /** Grows with every signature, so that whoever keeps a computed date can tell whether it is still current. */
    public long version() {
        return version;
    }

    public SortedSet<Integer> years() {
        return new TreeSet<>(decrees.keySet());
    }

    public boolean knows(int year) {
        return decrees.containsKey(year);
    }

    /** What the day is, and why; in a missing year by weekend and standing law, and marked so. */
    public CalendarDay day(LocalDate date) {
        CalendarDay special = listed.get(date);
        if (special != null) {
            return special;
        }
        boolean known = knows(date.getYear());
        if (!known) {
            for (StatutoryDay day : law) {
                if (day.falls(date)) {
                    return new CalendarDay(date, Kind.HOLIDAY, day.name(), false);
                }
            }
        }
        return new CalendarDay(date, isWeekend(date) ? Kind.WEEKEND : Kind.WORKDAY, "", known);
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    /** The days off that the standing law itself sets in that year. */
    List<StatutoryDay> lawOf(int year) {
        return law.stream()
                .filter(day -> day.year() == null || day.year() == year)
                .toList();
    }

    public boolean isWorkingDay(LocalDate date) {
        CalendarDay day = day(date);
        if (!day.known()) {
            throw new CalendarMissing(date.getYear());
        }
        return day.working();
    }

    /** The nth working day after the given date, which itself is not counted. */
    public LocalDate nth(LocalDate start, int n) {
        LocalDate date = start;
        for (int counted = 0; counted < n; ) {
            date = date.plusDays(1);
            counted += isWorkingDay(date) ? 1 : 0;
        }
        return date;
    }

    public LocalDate next(LocalDate date) {
        return nth(date, 1);
    }

    public LocalDate onOrAfter(LocalDate date) {
        return isWorkingDay(date) ? date : next(date);
    }

    public LocalDate onOrBefore(LocalDate date) {
        LocalDate day = date;
        while (!isWorkingDay(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** How many working days lie after the first date, up to and including the second. */
    public int between(LocalDate after, LocalDate until) {
        return (int) after.plusDays(1)
                .datesUntil(until.isAfter(after) ? until.plusDays(1) : after.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }
}
