package org.chunfeng.bench;

import java.time.LocalDate;
import java.util.List;
import org.chunfeng.calendar.CalendarDays;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two years of refunds with three clocks each, written by the database itself: some late, some still open, a third of the
 * breaches with an accountability case. Months fill up alike, so that more cases are more cases a day.
 */
final class ReportLedger {

    static final String NOW = "2026-11-26T10:00";

    private static final LocalDate FIRST = LocalDate.of(2024, 12, 2);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 25);
    private static final List<String> TABLES = List.of("clock", "case_file", "breach", "audit_case");

    private static final String CASES = """
            insert into case_file (case_number, kind, matter, taxpayer_class, bureau, taxpayer_id, taxpayer_name, channel, status,
                opened_by, opened_at, applied_at, accepted_at)
            select :prefix || lpad(i::text, 8, '0'), 'REFUND',
                (array['WRONGLY_COLLECTED','SETTLEMENT','EXEMPTION','IMMEDIATE_REFUND','EXPORT','INPUT_CREDIT','NON_TAX','IIT_SETTLEMENT'])[1 + (random() * 7.99)::int % 8],
                'SMALL', (array['zuoqi','youqi','ejina','gaoxin','wulanbuhe','tengger'])[1 + (random() * 5.99)::int % 6],
                '91152921FAKE00013N', '模拟企业' || i, 'COUNTER', 'HANDLING', 'bench', at, at, at
            from (
                select i, w.day + interval '9 hours' + random() * interval '8 hours' as at
                from (select i, 1 + (i * (:days - 1) / :cases)::int as number
                      from generate_series(1, :cases::bigint) i offset 0) d join bench_day w using (number)) opened
            """;

    private static final String CLOCKS = """
            insert into clock (bureau, case_number, step, epoch, kind, amount, unit, warn_before, starts_from, escalates, rule,
                source, started_at, opened_at, due_at, stopped_at, provisional, calendar_version)
            select bureau, case_number, step, 1, kind, amount, 'WORKING_DAY', 1, starts_from, not (step = 'promise' and matter = 'EXPORT'),
                'bench', '', started, started, due.day + interval '18 hours',
                case when stopped < :now::timestamptz then stopped end, false, 1
            from (
                select c.bureau, c.case_number, c.matter, s.*, case s.step when 'accounting' then ended.day + interval '15 hours' else c.opened_at end as started,
                    case s.step when 'sourceReview' then ended.day + interval '14 hours' else ended2.day + interval '16 hours' end as stopped
                from (select *, (random() * 3.4)::int + case when random() < 0.05 then (random() * 12)::int else 0 end as took,
                        (random() * 1.5)::int + case when random() < 0.04 then (random() * 8)::int else 0 end as took2
                      from case_file where case_number like :prefix || '%') c
                join bench_day first on first.day = c.opened_at::date
                join bench_day ended on ended.number = first.number + c.took + 1
                join bench_day ended2 on ended2.number = first.number + c.took + c.took2 + 2
                cross join (values ('sourceReview', 4, 'INTERNAL', 'STEP'), ('accounting', 2, 'INTERNAL', 'STEP'),
                    ('promise', 6, 'PROMISE', 'ACCEPTED')) as s (step, amount, kind, starts_from)) r
            join bench_day began on began.day = r.started::date
            join bench_day due on due.number = began.number + r.amount
            where started < :now::timestamptz
            """;

    private static final List<String> THE_REST = List.of("""
            insert into clock_event (clock_id, at, kind, actor, amount, unit, calendar_version)
            select clock_id, stopped_at, 'STOPPED', bureau || '.' || step || (clock_id % 6), amount, unit, 1
            from clock where stopped_at is not null and case_number like :prefix || '%'
            """, """
            insert into breach (clock_id, bureau, case_number, step, kind, handler, due_at, recorded_at)
            select clock_id, bureau, case_number, step, kind, case when step = 'promise' then '' else bureau || '.' || step || (clock_id % 6) end, due_at, due_at
            from clock where escalates and due_at <= coalesce(stopped_at, :now::timestamptz) and case_number like :prefix || '%'
            """, """
            update case_file f set status = 'CLOSED', closed_at = c.stopped_at from clock c
            where c.case_number = f.case_number and c.step = 'promise' and c.stopped_at is not null and f.case_number like :prefix || '%'
            """, """
            insert into case_file (case_number, kind, matter, taxpayer_class, bureau, taxpayer_id, taxpayer_name, channel, status, opened_by, opened_at, applied_at)
            select 'A-BENCH-' || breach_id, 'AUDIT', 'SETTLEMENT', 'SMALL', bureau, '91152921FAKE00013N', '模拟企业', 'SYSTEM', 'HANDLING', 'system', recorded_at, recorded_at
            from breach where breach_id % 3 = 0 and case_number like :prefix || '%'
            """, """
            insert into audit_case (case_number, breach_id, late_case, late_step, late_group, cause)
            select 'A-BENCH-' || breach_id, breach_id, case_number, step, 'taxSource', (array['WORKLOAD','TAXPAYER','OVERSIGHT','OTHER'])[1 + breach_id % 4]
            from breach where breach_id % 3 = 0 and case_number like :prefix || '%'
            """, """
            insert into report_change (case_number) select case_number from case_file
            where case_number like :prefix || '%' or case_number like 'A-BENCH-%' order by opened_at
            """, """
            insert into report_change (case_number, clock_id) select case_number, clock_id from clock
            where case_number like :prefix || '%' order by opened_at
            """);

    private final JdbcClient sql;
    private final int days;

    ReportLedger(JdbcClient sql, CalendarDays calendar) {
        this.sql = sql;
        this.days = number(calendar);
    }

    /** Adds so many cases, whose numbers begin with that. */
    void add(String prefix, int cases) {
        TABLES.forEach(table -> change(table, "disable"));
        sql.sql(CASES)
                .param("prefix", prefix)
                .param("cases", cases)
                .param("days", days)
                .update();
        sql.sql("analyze case_file").update();
        write(CLOCKS, prefix);
        sql.sql("analyze clock").update();
        THE_REST.forEach(statement -> write(statement, prefix));
        TABLES.forEach(table -> change(table, "enable"));
    }

    long count(String from) {
        return sql.sql("select count(*) from " + from).query(Long.class).single();
    }

    private void write(String statement, String prefix) {
        var spec = sql.sql(statement).param("prefix", prefix);
        (statement.contains(":now") ? spec.param("now", "2026-11-26 10:00:00+08") : spec).update();
    }

    private void change(String table, String triggers) {
        sql.sql("alter table " + table + " " + triggers + " trigger user").update();
    }

    /** Numbers the working days, and answers how many have passed. */
    private int number(CalendarDays calendar) {
        sql.sql("create table bench_day (number int primary key, day date unique)")
                .update();
        List<LocalDate> working = FIRST.datesUntil(LocalDate.of(2027, 3, 1))
                .filter(day -> calendar.current().day(day).working())
                .toList();
        sql.sql(
                        "insert into bench_day select number, day from unnest(:days::date[]) with ordinality as w (day, number)")
                .param("days", working.stream().map(LocalDate::toString).toArray(String[]::new))
                .update();
        return (int) working.stream().filter(day -> !day.isAfter(LAST)).count();
    }
}
