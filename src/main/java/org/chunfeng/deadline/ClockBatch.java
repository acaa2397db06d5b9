package org.chunfeng.deadline;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chunfeng.calendar.CalendarDays;
import org.chunfeng.calendar.OfficeHours;
import org.chunfeng.calendar.WorkCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Starts the first clock of many new cases at once. The models that are started between {@link #prepare} and
 * {@link #write}, in the same transaction, find their clocks already reckoned and ask the database for nothing.
 */
@Component
public class ClockBatch {

    private static final String NUMBERS =
            "select nextval(pg_get_serial_sequence('chunfeng.clock', 'clock_id')) from generate_series(1, ?)";

    private static final String WRITE = """
            with started as (
                insert into clock (clock_id, bureau, case_number, step, epoch, process_instance, kind, amount, unit, fixed_on,
                    warn_before, warn_after_minutes, starts_from, escalates, rule, source, started_at, opened_at, due_at,
                    warn_at, target_on, provisional, calendar_version, next_rung_at)
                overriding system value
                select id, bureau, case_number, :step, 1, instance, :kind, :amount, :unit, cast(:fixedOn as date),
                    :warnBefore, cast(:warnAfter as int), :startsFrom, :escalates, :rule, :source, started_at, :now, due_at,
                    warn_at, target_on, provisional, :version, least(warn_at, due_at)
                from unnest(cast(:ids as bigint[]), cast(:bureaus as text[]), cast(:cases as text[]),
                    cast(:instances as text[]), cast(:startedAt as timestamptz[]), cast(:dueAt as timestamptz[]),
                    cast(:warnAt as timestamptz[]), cast(:targetOn as date[]), cast(:provisional as boolean[]))
                    as row (id, bureau, case_number, instance, started_at, due_at, warn_at, target_on, provisional)
                returning *)
            insert into clock_event (clock_id, at, kind, actor, amount, unit, fixed_on, new_due_at, calendar_version)
            select clock_id, opened_at, 'STARTED', :actor, amount, unit, fixed_on, due_at, calendar_version from started
            """;

    private final DeadlineTable table;
    private final CalendarDays calendar;
    private final OfficeHours hours;
    private final JdbcClient sql;
    private final Clock time;

    ClockBatch(DeadlineTable table, CalendarDays calendar, OfficeHours hours, JdbcClient sql, Clock time) {
        this.table = table;
        this.calendar = calendar;
        this.hours = hours;
        this.sql = sql;
        this.time = time;
    }

    /** A case that is about to be started, and the day from which its clock counts. */
    public record Opening(String caseNumber, String bureau, String matter, String taxpayerClass, LocalDate arisenOn) {}

    /** Reckons the clock of this step for each of the cases; only steps that count from the day of arising. */
    public List<DeadlineClock> prepare(String step, List<Opening> openings) {
        WorkCalendar current = calendar.current();
        var reckoner = new Reckoner(current, hours);
        Map<Opening, Reckoned> known = new HashMap<>();
        List<Long> ids =
                sql.sql(NUMBERS).param(openings.size()).query(Long.class).list();
        var memory = Memory.ofTransaction();
        var clocks = new ArrayList<DeadlineClock>();
        for (int i = 0; i < openings.size(); i++) {
            Opening opening = openings.get(i);
            var alike = new Opening("", "", opening.matter(), opening.taxpayerClass(), opening.arisenOn());
            Reckoned reckoned = known.computeIfAbsent(alike, like -> reckon(step, like, reckoner));
            DeadlineClock clock = reckoned.clock(ids.get(i), step, opening, current.version());
            memory.prepare(opening.caseNumber(), step, clock);
            clocks.add(clock);
        }
        return clocks;
    }

    /** Writes what was prepared, now that every case has its process instance. */
    public void write(List<DeadlineClock> clocks, Map<String, String> instances, String actor) {
        clocks.stream()
                .collect(Collectors.groupingBy(DeadlineClock::rule))
                .forEach((rule, ofRule) -> write(rule, ofRule, instances, actor));
    }

    private void write(Rule rule, List<DeadlineClock> clocks, Map<String, String> instances, String actor) {
        sql.sql(WRITE)
                .param("step", clocks.get(0).step())
                .param("kind", rule.kind().name())
                .param("amount", rule.budget().amount())
                .param("unit", rule.budget().unit().name())
                .param("fixedOn", rule.budget().fixedDate())
                .param("warnBefore", rule.lead().workingDays())
                .param("warnAfter", rule.lead().minutesAfterStart())
                .param("startsFrom", rule.startsFrom().name())
                .param("escalates", rule.escalates())
                .param("rule", rule.id())
                .param("source", rule.source())
                .param("now", Timestamp.from(time.instant()))
                .param("version", clocks.get(0).calendarVersion())
                .param("actor", actor)
                .param("ids", column(clocks, DeadlineClock::id))
                .param("bureaus", column(clocks, DeadlineClock::bureau))
                .param("cases", column(clocks, DeadlineClock::caseNumber))
                .param("instances", column(clocks, clock -> instances.get(clock.caseNumber())))
                .param("startedAt", column(clocks, DeadlineClock::startedAt))
                .param("dueAt", column(clocks, DeadlineClock::dueAt))
                .param("warnAt", column(clocks, DeadlineClock::warnAt))
                .param("targetOn", column(clocks, DeadlineClock::targetOn))
                .param("provisional", column(clocks, DeadlineClock::provisional))
                .update();
    }

    private Reckoned reckon(String step, Opening like, Reckoner reckoner) {
        Rule rule = table.rule(step, like.matter(), like.taxpayerClass(), hours.dateOf(time.instant()));
        if (rule.startsFrom() != StartsFrom.ARISEN) {
            throw new IllegalArgumentException(
                    "Rule %s counts from %s, expected ARISEN".formatted(rule.id(), rule.startsFrom()));
        }
        Instant start = like.arisenOn().atStartOfDay(hours.zone()).toInstant();
        return new Reckoned(rule, reckoner.reckon(start, rule.budget()));
    }

    private static String[] column(List<DeadlineClock> clocks, Function<DeadlineClock, @Nullable Object> value) {
        return clocks.stream()
                .map(value)
                .map(one -> one == null ? null : one.toString())
                .toArray(String[]::new);
    }

    private record Reckoned(Rule rule, Reckoning reckoning) {

        DeadlineClock clock(long id, String step, Opening opening, long calendarVersion) {
            return new DeadlineClock(
                    id,
                    opening.bureau(),
                    opening.caseNumber(),
                    step,
                    1,
                    null,
                    rule,
                    reckoning.startedAt(),
                    reckoning.dueAt(),
                    reckoning.warnAt(rule.lead()),
                    reckoning.targetOn(),
                    reckoning.isProvisional(),
                    false,
                    calendarVersion,
                    null,
                    null);
        }
    }
}
