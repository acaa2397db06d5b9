package org.chunfeng.deadline;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.chunfeng.calendar.CalendarDay;
import org.chunfeng.calendar.WorkCalendar;
import org.jspecify.annotations.Nullable;

/** The days on which a clock runs: working days outside every suspension. Overlapping suspensions are united by being asked one by one. */
class CountableDays {

    private final WorkCalendar calendar;
    private final List<Suspension> suspensions;
    private final @Nullable LocalDate standsStillFrom;

    CountableDays(WorkCalendar calendar, Collection<Suspension> suspensions) {
        this.calendar = calendar;
        this.suspensions = List.copyOf(suspensions);
        this.standsStillFrom = suspensions.stream()
                .filter(Suspension::isOpen)
                .map(Suspension::from)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    CalendarDay day(LocalDate date) {
        return calendar.day(date);
    }

    boolean works(LocalDate date) {
        return calendar.day(date).working();
    }

    boolean isSuspended(LocalDate date) {
        for (Suspension suspension : suspensions) {
            if (suspension.covers(date)) {
                return true;
            }
        }
        return false;
    }

    boolean counts(LocalDate date) {
        return works(date) && !isSuspended(date);
    }

    /** From when on no day counts until somebody resumes; null when nothing is open. */
    @Nullable
    LocalDate standsStillFrom() {
        return standsStillFrom;
    }

    boolean standsStillOn(LocalDate date) {
        return standsStillFrom != null && !date.isBefore(standsStillFrom);
    }

    /** The nth countable day after the date, or null when the clock stands still before. */
    @Nullable
    LocalDate nth(LocalDate after, int n) {
        LocalDate date = after;
        for (int counted = 0; counted < n; ) {
            date = date.plusDays(1);
            if (standsStillOn(date)) {
                return null;
            }
            counted += counts(date) ? 1 : 0;
        }
        return date;
    }

    /** How many working days of (after, until] were taken by suspensions. */
    int suspended(LocalDate after, LocalDate until) {
        if (suspensions.isEmpty() || !until.isAfter(after)) {
            return 0;
        }
        return (int) after.plusDays(1)
                .datesUntil(until.plusDays(1))
                .filter(date -> isSuspended(date) && works(date))
                .count();
    }

    LocalDate lastWorkingDayUntil(LocalDate date) {
        LocalDate day = date;
        while (!works(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    CountableDays withoutOpenOnes() {
        return new CountableDays(
                calendar,
                suspensions.stream().filter(suspension -> !suspension.isOpen()).toList());
    }

    boolean knows(int year) {
        return calendar.knows(year);
    }
}
