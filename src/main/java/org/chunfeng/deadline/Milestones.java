package org.chunfeng.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.chunfeng.calendar.OfficeHours;
import org.jspecify.annotations.Nullable;

/**
 * The moments before and after a due time at which somebody is told.
 *
 * @param dueOn null while the clock stands still before its end, and so is dueAt
 * @param lastDay the due day, or the one from which the clock stands still
 */
record Milestones(
        OfficeHours hours,
        CountableDays days,
        Instant startedAt,
        @Nullable LocalDate dueOn,
        LocalDate lastDay,
        @Nullable Instant dueAt) {

    /** The due time itself where the warning would not come after the start. */
    @Nullable
    Instant warnAt(Lead lead) {
        if (dueAt == null) {
            return null;
        }
        Integer minutes = lead.minutesAfterStart();
        Instant warnAt = minutes == null ? daysBefore(lead.workingDays()) : afterStart(minutes);
        return warnAt.isAfter(startedAt) && warnAt.isBefore(dueAt) ? warnAt : dueAt;
    }

    @Nullable
    Instant at(RungPlace place, Lead lead) {
        if (dueAt == null || dueOn == null) {
            return null;
        }
        return switch (place.point()) {
            case WARNING -> beforeDue(warnAt(lead));
            case BEFORE -> beforeDue(daysBefore(place.amount()));
            case SHARE -> beforeDue(shareUsed(place.amount()));
            case DUE -> dueAt;
            case OPENING -> moment(days.nth(dueOn, place.amount()), hours.opens());
            case CLOSING -> moment(days.nth(dueOn, place.amount()), hours.closes());
        };
    }

    /** What is to come before the due time, or it does not come at all. */
    private @Nullable Instant beforeDue(@Nullable Instant moment) {
        return moment == null || !moment.isBefore(dueAt) ? null : moment;
    }

    private @Nullable Instant moment(@Nullable LocalDate date, LocalTime time) {
        return date == null ? null : hours.at(date, time);
    }

    private Instant daysBefore(int workingDays) {
        LocalDate date = lastDay;
        for (int counted = 0; counted < workingDays && !date.isBefore(startedOn()); ) {
            date = date.minusDays(1);
            counted += days.counts(date) ? 1 : 0;
        }
        return hours.opening(date);
    }

    private Instant shareUsed(int percent) {
        LocalDate end = lastDay.isAfter(startedOn()) ? lastDay : startedOn();
        List<LocalDate> working = startedOn()
                .plusDays(1)
                .datesUntil(end.plusDays(1))
                .filter(days::counts)
                .toList();
        int used = Math.max(1, (working.size() * percent + 99) / 100);
        return hours.closing(working.isEmpty() ? lastDay : working.get(used - 1));
    }

    /** Minutes run while somebody is there: what comes in before opening, or on a day off, is warned of after opening. */
    private Instant afterStart(int minutes) {
        Instant opening = hours.opening(lastDay);
        return (startedAt.isAfter(opening) ? startedAt : opening).plusSeconds(60L * minutes);
    }

    private LocalDate startedOn() {
        return hours.dateOf(startedAt);
    }
}
