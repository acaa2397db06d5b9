package org.chunfeng.deadline;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chunfeng.calendar.CalendarDays;
import org.chunfeng.calendar.OfficeHours;
import org.chunfeng.calendar.WorkCalendar;
import org.springframework.stereotype.Component;

/** Reckons clocks from what the ledger has of them, and brings their projections (columns, timers, tasks) up to date. */
@Component
class Ledger {

    private final Projections projections;
    private final SuspensionRows suspensions;
    private final CalendarDays calendar;
    private final OfficeHours hours;
    private final EngineTimers timers;
    private final Clock time;

    Ledger(
            Projections projections,
            SuspensionRows suspensions,
            CalendarDays calendar,
            OfficeHours hours,
            EngineTimers timers,
            Clock time) {
        this.projections = projections;
        this.suspensions = suspensions;
        this.calendar = calendar;
        this.hours = hours;
        this.timers = timers;
        this.time = time;
    }

    /** Reckons clocks with their suspensions and the given calendar; writes nothing. */
    List<Review> reckon(Collection<DeadlineClock> clocks, WorkCalendar with) {
        return reckon(clocks, any -> with);
    }

    private List<Review> reckon(Collection<DeadlineClock> clocks, Function<DeadlineClock, WorkCalendar> with) {
        Map<String, List<SuspensionRecord>> byCase =
                suspensions
                        .ofCases(clocks.stream().map(DeadlineClock::caseNumber).collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.groupingBy(SuspensionRecord::caseNumber));
        return clocks.stream()
                .map(clock -> new Review(
                        clock,
                        reckon(
                                clock,
                                byCase.getOrDefault(clock.caseNumber(), List.of()),
                                new Reckoner(with.apply(clock), hours))))
                .toList();
    }

    private static Reckoning reckon(DeadlineClock clock, List<SuspensionRecord> ofCase, Reckoner reckoner) {
        List<Suspension> days = ofCase.stream()
                .filter(suspension -> suspension.concerns(clock))
                .map(SuspensionRecord::days)
                .toList();
        return reckoner.reckon(clock.startedAt(), clock.rule().budget(), days);
    }

    Reckoning reckon(DeadlineClock clock) {
        return reckon(List.of(clock)).get(0).reckoning();
    }

    List<Review> reckon(Collection<DeadlineClock> clocks) {
        return reckon(clocks, this::calendarOf);
    }

    /** A stopped clock keeps the calendar it was stopped by: what comes later makes nothing late or in time. */
    private WorkCalendar calendarOf(DeadlineClock clock) {
        return clock.isStopped() ? calendar.asOf(clock.calendarVersion()) : calendar.current();
    }

    List<Standing> standings(Collection<DeadlineClock> clocks) {
        Instant now = time.instant();
        return reckon(clocks, this::calendarOf).stream()
                .map(review -> Standing.at(review.before(), review.reckoning(), now))
                .toList();
    }

    /** Reckons anew and brings columns, timers and tasks up to date where something moved; answers what was reviewed. */
    List<Review> review(Collection<DeadlineClock> clocks, Change change) {
        WorkCalendar current = calendar.current();
        List<Review> reviews = reckon(clocks, current);
        projections.write(reviews, change, current.version());
        Memory.ofTransaction().forgetClocks();
        timers.project(reviews.stream()
                .filter(review -> review.moved() && !review.before().isStopped())
                .map(review -> review.after(current.version()))
                .toList());
        return reviews;
    }
}
