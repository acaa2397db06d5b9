package org.chunfeng.deadline;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.chunfeng.calendar.CalendarDays;
import org.chunfeng.calendar.OfficeHours;
import org.chunfeng.calendar.WorkCalendar;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.engine.Actors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Starts clocks: finds the row of the table and the moment it counts from, reckons, and writes once. */
@Component
class ClockStarter {

    private static final Logger LOG = LoggerFactory.getLogger(ClockStarter.class);

    private final DeadlineTable table;
    private final CaseFiles cases;
    private final CalendarDays calendar;
    private final OfficeHours hours;
    private final Clocks clocks;
    private final ClockWrites writes;
    private final LadderPlan ladder;
    private final StartMoments starts;
    private final Ledger ledger;
    private final ReviewProgress progress;
    private final Actors actors;
    private final Clock time;

    ClockStarter(
            DeadlineTable table,
            CaseFiles cases,
            CalendarDays calendar,
            OfficeHours hours,
            Clocks clocks,
            ClockWrites writes,
            LadderPlan ladder,
            StartMoments starts,
            Ledger ledger,
            ReviewProgress progress,
            Actors actors,
            Clock time) {
        this.table = table;
        this.cases = cases;
        this.calendar = calendar;
        this.hours = hours;
        this.clocks = clocks;
        this.writes = writes;
        this.ladder = ladder;
        this.starts = starts;
        this.ledger = ledger;
        this.progress = progress;
        this.actors = actors;
        this.time = time;
    }

    /** The open clock of the step, started unless it runs; asked again in the same transaction, it costs nothing. */
    DeadlineClock clock(String caseNumber, String step, String processInstance) {
        return Memory.ofTransaction()
                .clock(caseNumber, step, processInstance, () -> started(caseNumber, step, processInstance));
    }

    private DeadlineClock started(String caseNumber, String step, String processInstance) {
        Instant now = time.instant();
        CaseFile file = Memory.ofTransaction().caseFile(caseNumber, () -> cases.get(caseNumber));
        Rule rule = table.rule(step, file.matter(), file.taxpayerClass(), hours.dateOf(now));
        WorkCalendar current = calendar.current();
        Reckoning reckoning =
                new Reckoner(current, hours).reckon(starts.of(rule, file, processInstance, now), rule.budget());
        if (reckoning.isProvisional()) {
            LOG.warn("CALENDAR_MISSING{}: {} of case {} is provisional", reckoning.missingYears(), step, caseNumber);
        }
        var start = new ClockWrites.Start(
                caseNumber,
                file.bureau(),
                step,
                processInstance,
                rule,
                reckoning,
                current.version(),
                firstRung(step, rule, file, reckoning),
                actors.current().userId(),
                now);
        return renewed(List.of(writes.start(start))).get(0);
    }

    private @Nullable Instant firstRung(String step, Rule rule, CaseFile file, Reckoning reckoning) {
        return ladder.places(step, file.matter(), rule).stream()
                .map(place -> reckoning.at(place, rule.lead()))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Clocks reckoned with a calendar no longer in force, or begun in a suspended case, are reckoned anew before they are used. */
    List<DeadlineClock> renewed(List<Clocks.Found> found) {
        if (found.stream().anyMatch(Clocks.Found::stale)) {
            calendar.refresh();
        }
        var clocks = new ArrayList<DeadlineClock>();
        for (Clocks.Found each : found) {
            clocks.add(each.stale() || each.disturbed() ? renewed(each) : each.clock());
        }
        return clocks;
    }

    private DeadlineClock renewed(Clocks.Found found) {
        var kind = found.stale() ? ClockEvent.Kind.CALENDAR_CHANGED : ClockEvent.Kind.SUSPENDED;
        List<Review> reviews = ledger.review(List.of(found.clock()), new Change(kind, Actors.SYSTEM, ""));
        if (found.stale()) {
            progress.note(calendar.current().version(), ReviewReport.of(reviews));
        }
        return clocks.find(found.clock().id()).orElseThrow();
    }
}
