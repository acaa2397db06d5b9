package org.chunfeng.deadline;

import java.time.Instant;
import java.time.LocalDate;
import org.chunfeng.calendar.CalendarDay;
import org.chunfeng.calendar.OfficeHours;
import org.chunfeng.deadline.CountedDay.Verdict;
import org.chunfeng.deadline.Reckoner.Due;

/** Which halves of a day count for one deadline, and the verdict on the day. */
class HalfDays {

    private final OfficeHours hours;
    private final CountableDays days;
    private final Instant startedAt;
    private final LocalDate startedOn;
    private final Unit unit;
    private final Due due;

    HalfDays(OfficeHours hours, CountableDays days, Instant startedAt, Unit unit, Due due) {
        this.hours = hours;
        this.days = days;
        this.startedAt = startedAt;
        this.startedOn = hours.dateOf(startedAt);
        this.unit = unit;
        this.due = due;
    }

    boolean morning(LocalDate date) {
        return isAfterStart(date) && days.counts(date);
    }

    boolean afternoon(LocalDate date) {
        boolean endsBefore = due.atNoon() && date.equals(due.on());
        return (isAfterStart(date) || countsFromNoon(date)) && days.counts(date) && !endsBefore;
    }

    private boolean isAfterStart(LocalDate date) {
        return date.isAfter(startedOn) || unit == Unit.SAME_DAY && date.equals(due.on());
    }

    private boolean countsFromNoon(LocalDate date) {
        return unit == Unit.HALF_DAY
                && date.equals(startedOn)
                && hours.timeOf(startedAt).isBefore(hours.afternoon());
    }

    /** The halves counted of that day which are not over at the given moment. */
    int left(LocalDate date, Instant now) {
        int morning = morning(date) && now.isBefore(hours.at(date, hours.noon())) ? 1 : 0;
        int afternoon = afternoon(date) && now.isBefore(hours.closing(date)) ? 1 : 0;
        return morning + afternoon;
    }

    CountedDay counted(LocalDate date) {
        int halves = (morning(date) ? 1 : 0) + (afternoon(date) ? 1 : 0);
        return new CountedDay(days.day(date), verdict(date, halves), halves);
    }

    private Verdict verdict(LocalDate date, int halves) {
        CalendarDay day = days.day(date);
        if (day.working() && days.isSuspended(date)) {
            return Verdict.SUSPENDED;
        }
        if (date.equals(startedOn) && halves == 0) {
            return Verdict.START;
        }
        if (unit == Unit.CALENDAR_DAY && !isAfterPeriod(date)) {
            return Verdict.PERIOD;
        }
        if (!day.working()) {
            return day.kind() == CalendarDay.Kind.WEEKEND ? Verdict.WEEKEND : Verdict.HOLIDAY;
        }
        return isAfterPeriod(date) ? Verdict.EXTENSION : Verdict.COUNTED;
    }

    private boolean isAfterPeriod(LocalDate date) {
        return due.nominal() != null && date.isAfter(due.nominal());
    }
}
