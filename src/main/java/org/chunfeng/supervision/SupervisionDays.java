package org.chunfeng.supervision;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.chunfeng.calendar.CalendarDays;
import org.chunfeng.calendar.OfficeHours;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The days on which supervision is due, counted on the working calendar; each begins when business opens. */
@Component
class SupervisionDays {

    /** A quarter, with room for a first day that is off. */
    private static final int MONTHS_LOOKED_BACK = 4;

    private static final int MONTHS_OF_A_QUARTER = 3;

    private final CalendarDays calendar;
    private final OfficeHours hours;
    private final SupervisionSettings settings;
    private final Clock clock;

    SupervisionDays(CalendarDays calendar, OfficeHours hours, SupervisionSettings settings, Clock clock) {
        this.calendar = calendar;
        this.hours = hours;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The days that are due, oldest first: every one after the last that was done, or the latest one alone where none was
     * ever done, because a new installation has nothing to make up for.
     */
    List<LocalDate> due(SupervisionKind kind, @Nullable LocalDate last) {
        LocalDate until = begun();
        if (last != null) {
            return all(kind, last.plusDays(1), until);
        }
        List<LocalDate> days = all(kind, until.minusMonths(MONTHS_LOOKED_BACK), until);
        return days.subList(Math.max(0, days.size() - 1), days.size());
    }

    boolean isMissed(LocalDate day) {
        return day.isBefore(hours.dateOf(clock.instant()));
    }

    /** The moment as of which the lists of that day are drawn. */
    Instant moment(LocalDate day) {
        return hours.opening(day);
    }

    Instant startOf(LocalDate day) {
        return day.atStartOfDay(hours.zone()).toInstant();
    }

    /** Working days after the due day, up to that moment. */
    SupervisionItem withLateness(SupervisionItem item, Instant at) {
        return item.dueAt() == null
                ? item
                : new SupervisionItem(
                        item.caseNumber(),
                        item.reason(),
                        item.step(),
                        item.dueAt(),
                        worked(
                                hours.dateOf(item.dueAt()).plusDays(1),
                                hours.dateOf(at).plusDays(1)));
    }

    /** Working days from the first day up to, and without, the second. */
    int worked(LocalDate from, LocalDate until) {
        return until.isAfter(from)
                ? (int) from.datesUntil(until).filter(this::works).count()
                : 0;
    }

    /** Today, once business has opened. */
    private LocalDate begun() {
        LocalDate today = hours.dateOf(clock.instant());
        return clock.instant().isBefore(hours.opening(today)) ? today.minusDays(1) : today;
    }

    private List<LocalDate> all(SupervisionKind kind, LocalDate from, LocalDate until) {
        return switch (kind) {
            case REFUND_SAMPLE -> samples(from, until);
            case DEREGISTRATION_MONTH -> firstDays(from, until, 1);
            case DOUBTFUL_QUARTER -> firstDays(from, until, MONTHS_OF_A_QUARTER);
        };
    }

    private List<LocalDate> samples(LocalDate from, LocalDate until) {
        var days = new ArrayList<LocalDate>();
        int counted = 0;
        for (LocalDate day = settings.anchor().plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
            if (!works(day)) {
                continue;
            }
            counted++;
            if (counted % settings.every() == 0 && !day.isBefore(from)) {
                days.add(day);
            }
        }
        return days;
    }

    private List<LocalDate> firstDays(LocalDate from, LocalDate until, int everyMonths) {
        var days = new ArrayList<LocalDate>();
        for (LocalDate month = from.withDayOfMonth(1); !month.isAfter(until); month = month.plusMonths(1)) {
            LocalDate day = month;
            while (!works(day)) {
                day = day.plusDays(1);
            }
            boolean wanted = (month.getMonthValue() - 1) % everyMonths == 0;
            if (wanted && !day.isBefore(from) && !day.isAfter(until)) {
                days.add(day);
            }
        }
        return days;
    }

    private boolean works(LocalDate day) {
        return calendar.current().day(day).working();
    }
}
