package org.chunfeng.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.chunfeng.calendar.OfficeHours;
import org.chunfeng.deadline.Reckoner.Due;
import org.jspecify.annotations.Nullable;

/** What was reckoned of one deadline: when it is due, when to warn, what is left or overrun at a moment, and why. */
public final class Reckoning {

    private final Reckoner reckoner;
    private final OfficeHours hours;
    private final CountableDays days;
    private final Instant startedAt;
    private final Budget budget;
    private final Due due;
    private final HalfDays halves;

    Reckoning(Reckoner reckoner, OfficeHours hours, CountableDays days, Instant startedAt, Budget budget, Due due) {
        this.reckoner = reckoner;
        this.hours = hours;
        this.days = days;
        this.startedAt = startedAt;
        this.budget = budget;
        this.due = due;
        this.halves = new HalfDays(hours, days, startedAt, budget.unit(), due);
    }

    public Instant startedAt() {
        return startedAt;
    }

    public LocalDate startedOn() {
        return hours.dateOf(startedAt);
    }

    public Budget budget() {
        return budget;
    }

    /** Null while the clock stands still before its end. */
    public @Nullable Instant dueAt() {
        LocalDate on = due.on();
        return on == null ? null : hours.at(on, due.atNoon() ? hours.noon() : hours.closes());
    }

    public @Nullable LocalDate dueOn() {
        return due.on();
    }

    /** The day to aim at: the last working day on or before the due day. */
    public @Nullable LocalDate targetOn() {
        return due.on() == null ? null : days.lastWorkingDayUntil(due.on());
    }

    /** Whether the clock stands still, so that it is neither due nor overdue. */
    public boolean isStandingStill() {
        return due.on() == null;
    }

    /** Whether a suspension is open, be it too late to change the due time. */
    public boolean isSuspended() {
        return days.standsStillFrom() != null;
    }

    /** Whether a year that decides about the due day has no signed calendar yet. */
    public boolean isProvisional() {
        return !missingYears().isEmpty();
    }

    public SortedSet<Integer> missingYears() {
        var missing = new TreeSet<Integer>();
        for (int year = due.decidedFrom().getYear(); year <= lastDay().getYear(); year++) {
            if (!days.knows(year)) {
                missing.add(year);
            }
        }
        return missing;
    }

    private LocalDate lastDay() {
        LocalDate on = due.on();
        return on != null ? on : Objects.requireNonNull(days.standsStillFrom());
    }

    /** When to warn; the due time itself where the warning would not come after the start; null while standing still. */
    public @Nullable Instant warnAt(Lead lead) {
        return milestones().warnAt(lead);
    }

    /** When a rung of the escalation ladder is reached; null when it is not, or while the clock stands still before. */
    @Nullable
    Instant at(RungPlace place, Lead lead) {
        return milestones().at(place, lead);
    }

    private Milestones milestones() {
        return new Milestones(hours, days, startedAt, due.on(), lastDay(), dueAt());
    }

    public boolean isOverdue(Instant now) {
        Instant dueAt = dueAt();
        return dueAt != null && !now.isBefore(dueAt);
    }

    /** Working time left, a half day begun counting as left; frozen while standing still, zero when overdue. */
    public WorkTime remaining(Instant now) {
        LocalDate on = due.on();
        if (on == null) {
            Instant stop = hours.at(lastDay(), LocalTime.MIDNIGHT);
            return reckoner.reckon(startedAt, budget, days.withoutOpenOnes()).remaining(stop);
        }
        LocalDate today = hours.dateOf(now);
        int left = 0;
        for (LocalDate date = today.isAfter(startedOn()) ? today : startedOn();
                !date.isAfter(on);
                date = date.plusDays(1)) {
            left += halves.left(date, now);
        }
        return new WorkTime(left);
    }

    /** Working days overrun, the day of the moment included as soon as it has begun; days suspended after the due time are not counted. */
    public WorkTime overrun(Instant now) {
        LocalDate on = due.on();
        if (on == null || !isOverdue(now)) {
            return new WorkTime(0);
        }
        LocalDate today = hours.dateOf(now);
        int whole = (int) on.plusDays(1)
                .datesUntil(today.plusDays(1))
                .filter(days::counts)
                .count();
        return new WorkTime(2 * whole + (due.atNoon() ? 1 : 0));
    }

    /** Every day from the start to the due day, or to where the clock stands still, with the reason for each. */
    public List<CountedDay> days() {
        return startedOn()
                .datesUntil(
                        lastDay().isAfter(startedOn())
                                ? lastDay().plusDays(1)
                                : startedOn().plusDays(1))
                .map(halves::counted)
                .toList();
    }
}
