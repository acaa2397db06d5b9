package org.chunfeng.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.chunfeng.calendar.OfficeHours;
import org.chunfeng.calendar.WorkCalendar;
import org.jspecify.annotations.Nullable;

/**
 * Reckons when something is due: the one place where time is counted, for due dates, remaining and overrun time and
 * explanations alike. Never fails for want of a calendar year; the answer then is provisional.
 */
public final class Reckoner {

    private static final int LONG_REST = 3;

    private final WorkCalendar calendar;
    private final OfficeHours hours;

    public Reckoner(WorkCalendar calendar, OfficeHours hours) {
        this.calendar = calendar;
        this.hours = hours;
    }

    public Reckoning reckon(Instant startedAt, Budget budget) {
        return reckon(startedAt, budget, List.of());
    }

    public Reckoning reckon(Instant startedAt, Budget budget, Collection<Suspension> suspensions) {
        return reckon(startedAt, budget, new CountableDays(calendar, suspensions));
    }

    Reckoning reckon(Instant startedAt, Budget budget, CountableDays days) {
        LocalDate start = hours.dateOf(startedAt);
        return new Reckoning(
                this,
                hours,
                days,
                startedAt,
                budget,
                switch (budget.unit()) {
                    case WORKING_DAY -> Due.closing(start.plusDays(1), days.nth(start, budget.amount()));
                    case SAME_DAY -> sameDay(hours.workableDate(startedAt), days);
                    case HALF_DAY -> halfDays(startedAt, start, budget.amount(), days);
                    case END_OF_NEXT_MONTH ->
                        byDate(start, YearMonth.from(start).plusMonths(1).atEndOfMonth(), days);
                    case FIXED_DATE -> byDate(start, Objects.requireNonNull(budget.fixedDate()), days);
                    case CALENDAR_DAY -> calendarDays(start, budget.amount(), days);
                });
    }

    private static Due sameDay(LocalDate first, CountableDays days) {
        return Due.closing(first, days.nth(first.minusDays(1), 1));
    }

    /** The half of receipt is not counted; between the halves, and in the morning, the afternoon is the next one. */
    private Due halfDays(Instant startedAt, LocalDate start, int amount, CountableDays days) {
        boolean afternoonCounts = hours.timeOf(startedAt).isBefore(hours.afternoon()) && days.counts(start);
        int left = afternoonCounts ? amount - 1 : amount;
        if (left == 0) {
            return Due.closing(start, start);
        }
        LocalDate on = days.nth(start, (left + 1) / 2);
        return left % 2 == 0 ? Due.closing(start, on) : Due.noon(start, on);
    }

    /** A named date stays where it is even on a day off (plan measure 31 has no 顺延); only suspended working days are given back. */
    private static Due byDate(LocalDate start, LocalDate nominal, CountableDays days) {
        int suspended = days.suspended(start, nominal);
        if (suspended == 0) {
            return new Due(days.lastWorkingDayUntil(nominal), nominal, nominal, false);
        }
        return new Due(start.plusDays(1), days.nth(nominal, suspended), nominal, false);
    }

    private static Due calendarDays(LocalDate start, int amount, CountableDays days) {
        LocalDate last = start.plusDays(amount);
        LocalDate end = extended(start.plusDays(1), last, days);
        int suspended = days.suspended(start, end);
        return new Due(start.plusDays(1), suspended == 0 ? end : days.nth(end, suspended), last, false);
    }

    /**
     * §109 as the tax administration's own filing calendars apply it: every day off that lies in a run of three or more
     * inside the period is given back as a working day, and an end on a day off moves to the next working day.
     */
    private static LocalDate extended(LocalDate first, LocalDate last, CountableDays days) {
        int givenBack = 0;
        int run = 0;
        for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
            run = days.works(date) ? 0 : run + 1;
            givenBack += run == LONG_REST ? LONG_REST : run > LONG_REST ? 1 : 0;
        }
        LocalDate end = last;
        for (int moved = 0; moved < givenBack || !days.works(end); ) {
            end = end.plusDays(1);
            moved += days.works(end) ? 1 : 0;
        }
        return end;
    }

    /**
     * The due day before it becomes a moment.
     *
     * @param decidedFrom the first day whose being worked or not matters to the answer
     * @param on null while the clock stands still
     * @param nominal the end of a period that is not counted in working days
     */
    record Due(
            LocalDate decidedFrom,
            @Nullable LocalDate on,
            @Nullable LocalDate nominal,
            boolean atNoon) {

        static Due closing(LocalDate decidedFrom, @Nullable LocalDate on) {
            return new Due(decidedFrom, on, null, false);
        }

        static Due noon(LocalDate decidedFrom, @Nullable LocalDate on) {
            return new Due(decidedFrom, on, null, on != null);
        }
    }
}
