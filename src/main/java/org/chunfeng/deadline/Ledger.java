package org.chunfeng.deadline;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.chunfeng.calendar.CalendarDays;
import org.chunfeng.calendar.OfficeHours;
import org.chunfeng.calendar.WorkCalendar;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/** Reckons clocks from what the ledger has of them, and brings their projections (columns, timers, tasks) up to date. */
@Component
class Ledger {

    private static final String MOVE = """
            with before as (select clock_id, due_at from clock where clock_id = :id),
            moved as (
                update clock set due_at = :dueAt, warn_at = :warnAt, target_on = :targetOn, provisional = :provisional,
                    suspended = :suspended, calendar_version = :version
                where clock_id = :id returning *)
            insert into clock_event (clock_id, at, kind, actor, reason, amount, unit, fixed_on, old_due_at, new_due_at,
                calendar_version)
            select clock_id, :now, :kind, :actor, :reason, amount, unit, fixed_on, before.due_at, moved.due_at, calendar_version
            from moved join before using (clock_id) where :noted
            """;

    private final NamedParameterJdbcOperations sql;
    private final SuspensionRows suspensions;
    private final CalendarDays calendar;
    private final OfficeHours hours;
    private final EngineTimers timers;
    private final Clock time;

    Ledger(
            NamedParameterJdbcOperations sql,
            SuspensionRows suspensions,
            CalendarDays calendar,
            OfficeHours hours,
            EngineTimers timers,
            Clock time) {
        this.sql = sql;
        this.suspensions = suspensions;
        this.calendar = calendar;
        this.hours = hours;
        this.timers = timers;
        this.time = time;
    }

    /** Why projections are renewed. What a person did is noted in any case, a calendar change only where it moved a date. */
    record Change(ClockEvent.Kind kind, String actor, String reason) {

        boolean isNoted(boolean dueMoved) {
            return dueMoved || kind != ClockEvent.Kind.CALENDAR_CHANGED;
        }
    }

    /** A clock before and after. */
    record Review(DeadlineClock before, Reckoning reckoning) {

        boolean dueMoved() {
            return !Objects.equals(before.dueAt(), reckoning.dueAt());
        }

        boolean moved() {
            return dueMoved()
                    || !Objects.equals(
                            before.warnAt(), reckoning.warnAt(before.rule().lead()));
        }
    }

    /** Reckons clocks with their suspensions and the given calendar; writes nothing. */
    List<Review> reckon(Collection<DeadlineClock> clocks, WorkCalendar with) {
        var reckoner = new Reckoner(with, hours);
        Map<String, List<SuspensionRecord>> byCase =
                suspensions
                        .ofCases(clocks.stream().map(DeadlineClock::caseNumber).collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.groupingBy(SuspensionRecord::caseNumber));
        return clocks.stream()
                .map(clock ->
                        new Review(clock, reckon(clock, byCase.getOrDefault(clock.caseNumber(), List.of()), reckoner)))
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
        return reckon(List.of(clock), calendar.current()).get(0).reckoning();
    }

    List<Standing> standings(Collection<DeadlineClock> clocks) {
        Instant now = time.instant();
        return reckon(clocks, calendar.current()).stream()
                .map(review -> Standing.at(review.before(), review.reckoning(), now))
                .toList();
    }

    /** Reckons anew and brings columns, timers and tasks up to date where something moved; answers what was reviewed. */
    List<Review> review(Collection<DeadlineClock> clocks, Change change) {
        WorkCalendar current = calendar.current();
        List<Review> reviews = reckon(clocks, current);
        write(reviews, change, current.version());
        Memory.ofTransaction().forgetClocks();
        timers.project(reviews.stream()
                .filter(review -> review.moved() && !review.before().isStopped())
                .map(review -> moved(review, current.version()))
                .toList());
        return reviews;
    }

    /** The clock as it stands after a review. */
    static DeadlineClock moved(Review review, long calendarVersion) {
        DeadlineClock clock = review.before();
        Reckoning reckoning = review.reckoning();
        return new DeadlineClock(
                clock.id(),
                clock.bureau(),
                clock.caseNumber(),
                clock.step(),
                clock.epoch(),
                clock.processInstance(),
                clock.rule(),
                clock.startedAt(),
                reckoning.dueAt(),
                reckoning.warnAt(clock.rule().lead()),
                reckoning.targetOn(),
                reckoning.isProvisional(),
                reckoning.isSuspended(),
                calendarVersion,
                clock.warnedAt(),
                clock.stoppedAt());
    }

    private void write(List<Review> reviews, Change change, long version) {
        if (reviews.isEmpty()) {
            return;
        }
        Instant now = time.instant();
        var rows = new ArrayList<SqlParameterSource>();
        for (Review review : reviews) {
            rows.add(row(moved(review, version), change, now).addValue("noted", change.isNoted(review.dueMoved())));
        }
        sql.batchUpdate(MOVE, rows.toArray(SqlParameterSource[]::new));
    }

    private static MapSqlParameterSource row(DeadlineClock clock, Change change, Instant now) {
        return new MapSqlParameterSource()
                .addValue("id", clock.id())
                .addValue("dueAt", Clocks.timestamp(clock.dueAt()), Types.TIMESTAMP)
                .addValue("warnAt", Clocks.timestamp(clock.warnAt()), Types.TIMESTAMP)
                .addValue("targetOn", clock.targetOn(), Types.DATE)
                .addValue("provisional", clock.provisional())
                .addValue("suspended", clock.suspended())
                .addValue("version", clock.calendarVersion())
                .addValue("now", Timestamp.from(now))
                .addValue("kind", change.kind().name())
                .addValue("actor", change.actor())
                .addValue("reason", change.reason());
    }
}
