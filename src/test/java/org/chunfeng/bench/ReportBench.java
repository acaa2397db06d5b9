package org.chunfeng.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.chunfeng.ChunfengTest;
import org.chunfeng.OwnApplication;
import org.chunfeng.TestClock;
import org.chunfeng.TestPeople;
import org.chunfeng.Visitor;
import org.chunfeng.calendar.CalendarDays;
import org.chunfeng.report.RollUp;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * How long the reports' pages take over many cases with three clocks each, as supervisors open them: first over few, then
 * over many, in one run. Not part of the build: {@code mvn test -Dtest=ReportBench -Dbench.few=100000
 * -Dbench.cases=1000000}.
 */
@ChunfengTest
@OwnApplication
@TestPropertySource(properties = "chunfeng.report.count-every=P1D")
class ReportBench {

    private static final int REQUESTS = Integer.getInteger("bench.requests", 100);
    private static final int WARM_UP = 20;
    private static final List<String> ORDERS =
            List.of("-late", "late", "case", "taxpayer", "bureau", "step", "handler", "done", "-cause", "conclusion");
    private static final String YEAR = "from=2026-01-01&to=2026-12-31";

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
        clock.set(ReportLedger.NOW);
        int few = Integer.getInteger("bench.few", 100_000);
        int many = Integer.getInteger("bench.cases", 1_000_000);
        var ledger = new ReportLedger(sql, calendar);

        fill(ledger, "R-BENCH-A-", few);
        pages();
        Map<String, Double> before = pages();
        fill(ledger, "R-BENCH-B-", many - few);
        Map<String, Double> after = pages();

        after.forEach((page, p95) -> System.out.printf("BENCH growth %-44s x %.2f%n", page, p95 / before.get(page)));
        assertSoftly(softly -> after.forEach((page, p95) -> {
            softly.assertThat(p95).as(page).isLessThan(page.startsWith("breaches") ? 200 : 300);
            softly.assertThat(p95 / before.get(page)).as("growth of " + page).isLessThan(2);
        }));
    }

    private void fill(ReportLedger ledger, String prefix, int cases) {
        timed("added " + cases + " cases", () -> ledger.add(prefix, cases));
        timed("counted", rollUp::catchUp);
        timed("vacuumed", () -> sql.sql("vacuum analyze").update());
        System.out.printf(
                "BENCH cases %d, clocks %d, breaches %d, open %d%n",
                ledger.count("case_file where kind <> 'AUDIT'"),
                ledger.count("clock"),
                ledger.count("breach"),
                ledger.count("clock where stopped_at is null"));
    }

    /** The 95th percentile of each page, in milliseconds; the very first round, in a young JVM, is not used. */
    private Map<String, Double> pages() {
        Visitor supervisor = people.signedIn("alxa.levyAdmin");
        Visitor county = people.signedIn("zuoqi.leaderOnDuty");
        var dice = new Random(1);
        var found = new LinkedHashMap<String, Double>();
        found.put("overview, this month", p95(() -> supervisor.page("/reports")));
        found.put("overview, this year", p95(() -> supervisor.page("/reports?" + YEAR)));
        found.put("overview, any period", p95(() -> supervisor.page("/reports?" + anyPeriod(dice))));
        found.put(
                "overview, one step and matter",
                p95(() -> supervisor.page("/reports?" + YEAR + "&step=sourceReview&matter=SETTLEMENT")));
        found.put("overview of a county, any period", p95(() -> county.page("/reports?" + anyPeriod(dice))));
        found.put("breaches, this month", p95(() -> supervisor.page("/reports/breaches")));
        found.put(
                "breaches of a year, any page",
                p95(() -> supervisor.page("/reports/breaches?" + YEAR + "&page=" + (1 + dice.nextInt(40)))));
        found.put("breaches of a month by lateness", p95(() -> supervisor.page("/reports/breaches?sort=-late")));
        found.put(
                "breaches of a month by cause",
                p95(() -> supervisor.page("/reports/breaches?cause=WORKLOAD&sort=handler")));
        for (String order : ORDERS) {
            found.put(
                    "breaches of a year, sort " + order,
                    p95(() -> supervisor.page("/reports/breaches?" + YEAR + "&sort=" + order)));
        }
        found.put(
                "breaches of a year and cause",
                p95(() -> supervisor.page("/reports/breaches?" + YEAR + "&cause=WORKLOAD&sort=-late")));
        found.put(
                "breaches of a county and year by lateness",
                p95(() -> county.page("/reports/breaches?" + YEAR + "&sort=-late")));
        found.put("cases closed late this month", p95(() -> supervisor.page("/reports/cases?figure=late")));
        found.put("breaches of a county and year", p95(() -> county.page("/reports/breaches?" + YEAR)));
        found.forEach((page, p95) -> System.out.printf("BENCH p95 %-44s %6.1f ms%n", page, p95));
        return found;
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

    private static double p95(Supplier<HttpResponse<String>> page) {
        double[] taken = IntStream.range(0, WARM_UP + REQUESTS)
                .mapToDouble(i -> once(page))
                .skip(WARM_UP)
                .sorted()
                .toArray();
        return taken[Math.min(taken.length - 1, taken.length * 95 / 100)];
    }

    private static double once(Supplier<HttpResponse<String>> page) {
        long start = System.nanoTime();
        var answer = page.get();
        double taken = (System.nanoTime() - start) / 1e6;
        assertThat(answer.statusCode()).isEqualTo(200);
        return taken;
    }
}
