package org.chunfeng.deadline;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.chunfeng.deadline.Clocks.Found;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Starts and stops clocks in the database: a single statement each, event and breach included. */
@Repository
class ClockWrites {

    private static final String START = """
            with known as (
                select * from clock where case_number = :case and step = :step and stopped_at is null
                    and process_instance is not distinct from cast(:instance as text)),
            started as (
                insert into clock (bureau, case_number, step, epoch, process_instance, kind, amount, unit, fixed_on,
                    warn_before, warn_after_minutes, starts_from, escalates, rule, source, started_at, opened_at, due_at,
                    warn_at, target_on, provisional, calendar_version, next_rung_at)
                select :bureau, :case, :step,
                    (select coalesce(max(epoch), 0) + 1 from clock where case_number = :case and step = :step),
                    :instance, :kind, :amount, :unit, cast(:fixedOn as date), :warnBefore, cast(:warnAfter as int), :startsFrom,
                    :escalates, :rule, :source, :startedAt, :now, :dueAt, :warnAt, :targetOn, :provisional, :version, :nextRungAt
                where not exists (select from known)
                on conflict do nothing
                returning *),
            noted as (
                insert into clock_event (clock_id, at, kind, actor, amount, unit, fixed_on, new_due_at, calendar_version)
                select clock_id, opened_at, 'STARTED', :actor, amount, unit, fixed_on, due_at, calendar_version from started)
            select c.*, v.version > c.calendar_version as stale,
                exists (select from suspension s where s.case_number = :case and s.from_on is not null) as disturbed
            from (select * from known union all select * from started) c, calendar_version v
            """;

    private static final String STOP = """
            with stopped as (
                update clock set stopped_at = :now, next_rung_at = case when due_at <= :now then next_rung_at end
                where case_number = :case and step = :step and stopped_at is null
                    and (cast(:instance as text) is null or process_instance = :instance)
                returning *),
            noted as (
                insert into clock_event (clock_id, at, kind, actor, amount, unit, fixed_on, old_due_at, new_due_at, calendar_version)
                select clock_id, :now, 'STOPPED', :actor, amount, unit, fixed_on, due_at, due_at, calendar_version from stopped),
            late as (
                insert into breach (clock_id, bureau, case_number, step, kind, handler, due_at, recorded_at)
                select clock_id, bureau, case_number, step, kind,
                    case when starts_from in ('STEP', 'SENT') then :handler else '' end, due_at, :now
                from stopped, calendar_version
                where escalates and due_at <= :now and calendar_version = version
                on conflict do nothing
                returning clock_id),
            noted_late as (
                insert into clock_event (clock_id, at, kind, actor, amount, unit, fixed_on, old_due_at, new_due_at, calendar_version)
                select clock_id, :now, 'BREACHED', :actor, amount, unit, fixed_on, due_at, due_at, calendar_version
                from stopped join late using (clock_id))
            select c.*, v.version > c.calendar_version as stale, false as disturbed from stopped c, calendar_version v
            """;

    private final JdbcClient sql;

    ClockWrites(JdbcClient sql) {
        this.sql = sql;
    }

    /** What is needed to start a clock. */
    record Start(
            String caseNumber,
            String bureau,
            String step,
            @Nullable String processInstance,
            Rule rule,
            Reckoning reckoning,
            long calendarVersion,
            @Nullable Instant nextRungAt,
            String actor,
            Instant now) {}

    /** The open clock of this step, started now unless it runs already. */
    Found start(Start start) {
        return insert(start)
                .or(() -> insert(start))
                .orElseThrow(() -> new IllegalStateException(
                        "Clock %s of case %s could not be started".formatted(start.step(), start.caseNumber())));
    }

    /** Empty when somebody else started it in this very moment; then it is there the next time. */
    private Optional<Found> insert(Start start) {
        Rule rule = start.rule();
        Reckoning reckoning = start.reckoning();
        return sql.sql(START)
                .param("case", start.caseNumber())
                .param("step", start.step())
                .param("bureau", start.bureau())
                .param("instance", start.processInstance())
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
                .param("startedAt", Timestamp.from(reckoning.startedAt()))
                .param("now", Timestamp.from(start.now()))
                .param("dueAt", Clocks.timestamp(reckoning.dueAt()))
                .param("warnAt", Clocks.timestamp(reckoning.warnAt(rule.lead())))
                .param("targetOn", reckoning.targetOn())
                .param("provisional", reckoning.isProvisional())
                .param("version", start.calendarVersion())
                .param("nextRungAt", Clocks.timestamp(start.nextRungAt()))
                .param("actor", start.actor())
                .query(Clocks::found)
                .optional();
    }

    /** Stops the open clock of this step, if there is one, and records its breach when it was late. */
    Optional<Found> stop(
            String caseNumber, String step, @Nullable String instance, String actor, String handler, Instant now) {
        return sql.sql(STOP)
                .param("case", caseNumber)
                .param("step", step)
                .param("instance", instance)
                .param("actor", actor)
                .param("handler", handler)
                .param("now", Timestamp.from(now))
                .query(Clocks::found)
                .optional();
    }

    /** True for the first caller only, so that nobody is warned twice. */
    boolean warned(long id, Instant now) {
        return sql.sql("update clock set warned_at = ? where clock_id = ? and warned_at is null")
                        .params(Timestamp.from(now), id)
                        .update()
                == 1;
    }

    void setBudget(long id, Budget budget) {
        sql.sql(
                        "update clock set amount = ?, unit = ?, fixed_on = cast(? as date) where clock_id = ? and stopped_at is null")
                .param(budget.amount())
                .param(budget.unit().name())
                .param(budget.fixedDate())
                .param(id)
                .update();
    }
}
