package org.chunfeng.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.chunfeng.ChunfengTest;
import org.chunfeng.TestClock;
import org.chunfeng.TestPeople;
import org.chunfeng.Visitor;
import org.chunfeng.calendar.CalendarDays;
import org.chunfeng.report.RollUp;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/**
 * How long the reports take over many cases with three clocks each, through the doors of the running application. Not part
 * of the build: {@code mvn test -Dtest=ReportBench -Dbench.cases=1000000}.
 */
@ChunfengTest
@DirtiesContext
@TestPropertySource(properties = "chunfeng.report.count-every=P1D")
class ReportBench {

    private static final String NOW = "2026-11-26T10:00";
    private static final int REQUESTS = 200;
    private static final int WARM_UP = 30;

    private static final String CASES = """
            insert into case_file (case_number, kind, matter, taxpayer_class, bureau, taxpayer_id, taxpayer_name, channel, status,
                opened_by, opened_at, applied_at, accepted_at)
            select 'R-BENCH-' || lpad(i::text, 8, '0'), 'REFUND',
                (array['WRONGLY_COLLECTED','SETTLEMENT','EXEMPTION','IMMEDIATE_REFUND','EXPORT','INPUT_CREDIT','NON_TAX','IIT_SETTLEMENT'])[1 + (random() * 7.99)::int % 8],
                'SMALL', (array['zuoqi','youqi','ejina','gaoxin','wulanbuhe','tengger'])[1 + (random() * 5.99)::int % 6],
                '91152921FAKE00013N', '模拟企业' || i, 'COUNTER', 'HANDLING', 'bench', at, at, at
            from (
                select i, w.day + interval '9 hours' + random() * interval '8 hours' as at
                from (select i, 1 + (random() * (:days - 1))::int as number
                      from generate_series(1, :cases) i offset 0) d join bench_day w using (number)) opened
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
                      from case_file where case_number like 'R-BENCH-%') c
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
            from clock where stopped_at is not null
            """, """
            insert into breach (clock_id, bureau, case_number, step, kind, handler, due_at, recorded_at)
            select clock_id, bureau, case_number, step, kind, case when step = 'promise' then '' else bureau || '.' || step || (clock_id % 6) end, due_at, due_at
            from clock where escalates and due_at <= coalesce(stopped_at, timestamptz '2026-11-26 10:00+08')
            """, """
            update case_file f set status = 'CLOSED', closed_at = c.stopped_at from clock c
            where c.case_number = f.case_number and c.step = 'promise' and c.stopped_at is not null
            """, """
            insert into case_file (case_number, kind, matter, taxpayer_class, bureau, taxpayer_id, taxpayer_name, channel, status, opened_by, opened_at, applied_at)
            select 'A-BENCH-' || breach_id, 'AUDIT', 'SETTLEMENT', 'SMALL', bureau, '91152921FAKE00013N', '模拟企业', 'SYSTEM', 'HANDLING', 'system', recorded_at, recorded_at
            from breach where breach_id % 3 = 0
            """, """
            insert into audit_case (case_number, breach_id, late_case, late_step, late_group, cause)
            select 'A-BENCH-' || breach_id, breach_id, case_number, step, 'taxSource', (array['WORKLOAD','TAXPAYER','OVERSIGHT','OTHER'])[1 + breach_id % 4]
            from breach where breach_id % 3 = 0
            """);

    @Autowired
    private JdbcClient sql;

    @Autowired
    private CalendarDays calendar;

    @Autowired
    private RollUp rollUp;

    @Autowired
    private TestPeople people;

    @Autowired
    private TestClock clock;

    @Test
    void measure() {
        clock.set(NOW);
        int cases = Integer.getInteger("bench.cases", 100_000);
        timed("generated " + cases + " cases", () -> generate(cases));
        timed("counted", rollUp::rebuild);
        sql.sql("vacuum analyze").update();

        Visitor supervisor = people.signedIn("alxa.levyAdmin");
        var dice = new Random(1);
        report("overview, this month", () -> supervisor.page("/reports").body());
        report(
                "overview, this year",
                () -> supervisor.page("/reports?from=2026-01-01&to=2026-12-31").body());
        report(
                "overview, any period and county",
                () -> supervisor
                        .page("/reports?" + anyPeriod(dice) + "&bureau=" + (dice.nextBoolean() ? "zuoqi" : "ejina"))
                        .body());
        report(
                "breaches, first page",
                () -> supervisor.page("/reports/breaches").body());
        report(
                "breaches of a year, any page",
                () -> supervisor
                        .page("/reports/breaches?from=2026-01-01&to=2026-12-31&page=" + (1 + dice.nextInt(20)))
                        .body());
        report(
                "breaches of a month by lateness",
                () -> supervisor.page("/reports/breaches?sort=-late").body());
        report(
                "cases behind a figure",
                () -> supervisor.page("/reports/cases?figure=late").body());
    }

    private void generate(int cases) {
        sql.sql("create table bench_day (number int primary key, day date unique)")
                .update();
        int number = 0;
        int days = 0;
        for (LocalDate day = LocalDate.of(2024, 12, 2); day.isBefore(LocalDate.of(2027, 3, 1)); day = day.plusDays(1)) {
            if (calendar.current().day(day).working()) {
                number++;
                days += day.isAfter(LocalDate.of(2026, 11, 25)) ? 0 : 1;
                sql.sql("insert into bench_day values (?, ?)")
                        .params(number, day)
                        .update();
            }
        }
        sql.sql("alter table clock disable trigger user").update();
        sql.sql("alter table case_file disable trigger user").update();
        sql.sql("alter table breach disable trigger user").update();
        sql.sql(CASES).param("cases", cases).param("days", days).update();
        sql.sql("analyze case_file").update();
        sql.sql(CLOCKS).param("now", "2026-11-26 10:00:00+08").update();
        sql.sql("analyze clock").update();
        THE_REST.forEach(statement -> sql.sql(statement).update());
        for (String table : List.of("clock", "case_file", "breach", "audit_case", "clock_event")) {
            sql.sql("alter table " + table + " enable trigger user").update();
            sql.sql("analyze " + table).update();
        }
        System.out.printf(
                "BENCH clocks %d, breaches %d, open %d%n",
                count("clock"), count("breach"), count("clock where stopped_at is null"));
    }

    private long count(String from) {
        return sql.sql("select count(*) from " + from).query(Long.class).single();
    }

    private static String anyPeriod(Random dice) {
        LocalDate from = LocalDate.of(2025, 1, 1).plusDays(dice.nextInt(500));
        return "from=" + from + "&to=" + from.plusDays(dice.nextInt(120));
    }

    private static void timed(String what, Runnable work) {
        long start = System.nanoTime();
        work.run();
        System.out.printf("BENCH %s in %.1f s%n", what, (System.nanoTime() - start) / 1e9);
    }

    private static void report(String what, Supplier<String> page) {
        var taken = new ArrayList<Long>();
        for (int i = 0; i < WARM_UP + REQUESTS; i++) {
            long start = System.nanoTime();
            assertThat(page.get()).contains("</main>");
            if (i >= WARM_UP) {
                taken.add((System.nanoTime() - start) / 1_000);
            }
        }
        long[] sorted = taken.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        System.out.printf(
                "BENCH %-36s p50 %6.1f ms  p95 %6.1f ms  max %6.1f ms%n",
                what, sorted[REQUESTS / 2] / 1e3, sorted[REQUESTS * 95 / 100] / 1e3, sorted[REQUESTS - 1] / 1e3);
    }
}
