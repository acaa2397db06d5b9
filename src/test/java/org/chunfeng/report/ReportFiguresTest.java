package org.chunfeng.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chunfeng.ChunfengTest;
import org.chunfeng.OwnApplication;
import org.chunfeng.TestClock;
import org.chunfeng.calendar.CalendarDays;
import org.chunfeng.calendar.OfficeHours;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The figures against the ledger itself, over a quarter. */
@ChunfengTest
@OwnApplication
class ReportFiguresTest {

    private static final List<String> BUREAUS = List.of("", "zuoqi", "youqi", "ejina", "gaoxin", "tengger");

    @Autowired
    private Overviews overviews;

    @Autowired
    private BreachReport breaches;

    @Autowired
    private Items items;

    @Autowired
    private RollUp rollUp;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private CalendarDays calendar;

    @Autowired
    private OfficeHours hours;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void liveThroughTheQuarter() {
        clock.set(SimulatedQuarter.NOW);
        SimulatedQuarter.liveOnce(sql, calendar, hours);
        rollUp.catchUp();
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void everyBureauAndMonthEqualsARecountOfTheLedger() {
        var recount = new Recount(sql, calendar, hours);

        var agreement = new Agreement(recount, new Moment(clock.instant(), LocalDate.now(clock)));

        quarterByBureauAndMonth().forEach(scope -> agreement.check(overviews.of(scope)));

        assertThat(overviews.of(quarter("")).overrun().longest()).isGreaterThan(3);
        assertThat(overviews.of(quarter("")).averages()).hasSizeGreaterThan(6);
        assertThat(overviews.of(quarter("")).stocks()).hasSizeGreaterThan(3);
        assertThat(overviews.of(quarter("")).causes()).hasSizeGreaterThan(3);
        assertThat(overviews.of(quarter("")).clocks().breaches()).isGreaterThan(50);
        assertThat(overviews.of(quarter("")).due().overdue()).isPositive();
    }

    @Test
    void whatIsCarriedOverAndReceivedIsFinishedOrOpenInEveryCell() {
        for (Scope scope : quarterByBureauAndMonth()) {
            Overview overview = overviews.of(scope);

            assertThat(overview.bureaus())
                    .allSatisfy(line -> assertThat(line.counts().open())
                            .isEqualTo(items.count(question(line.scope(), Figure.OPEN, ""))));
            assertThat(sum(overview.bureaus())).isEqualTo(flow(overview.flow()));
            assertThat(sum(overview.matters())).isEqualTo(flow(overview.flow()));
            assertThat(sum(overview.steps())).isEqualTo(flow(overview.clocks()));
            assertThat(sum(overview.people())).isEqualTo(flow(overview.clocks()));
        }
    }

    @Test
    void everyBreakdownAccountsForAllThatIsExceededAndDueEvenWhereNothingCame() {
        List<Scope> scopes = quarterByBureauAndMonth();
        LocalDate longBefore = SimulatedQuarter.FIRST.minusYears(1);
        scopes.add(new Scope(longBefore, longBefore.plusDays(30), "", "", "", "", ""));

        assertThat(overviews.of(scopes.get(scopes.size() - 1)).due().overdue()).isPositive();
        for (Scope scope : scopes) {
            Overview overview = overviews.of(scope);
            for (List<Line> rows :
                    List.of(overview.bureaus(), overview.matters(), overview.steps(), overview.people())) {
                assertThat(rows.stream()
                                .mapToLong(row -> row.clocks().breaches())
                                .sum())
                        .as("exceeded in %s", scope)
                        .isEqualTo(overview.clocks().breaches());
                assertThat(rows.stream().mapToLong(row -> row.due().overdue()).sum())
                        .as("overdue in %s", scope)
                        .isEqualTo(overview.due().overdue());
            }
        }
    }

    @Test
    void everyFigureOpensAsManyCasesAsItSays() {
        var dice = new Random(7);

        for (int i = 0; i < 60; i++) {
            Scope scope = anyScope(dice);
            Overview overview = overviews.of(scope);

            figures(overview)
                    .forEach((figure, number) -> assertThat(items.count(question(scope, figure, "")))
                            .as("%s of %s", figure, scope)
                            .isEqualTo(number));
            overview.spread()
                    .forEach(bar -> assertThat(items.count(question(scope, Figure.SPREAD, bar.value())))
                            .isEqualTo(bar.count()));
            overview.causes()
                    .forEach(bar -> assertThat(items.count(question(scope, Figure.CAUSE, bar.value())))
                            .isEqualTo(bar.count()));
            overview.causes().forEach(bar -> {
                var page = breaches.page(scope, new BreachReport.Options(bar.value(), "-late", 1));
                assertThat(page.total()).as("%s of %s", bar.value(), scope).isEqualTo(bar.count());
                assertThat(page.rows()).hasSize((int) Math.min(bar.count(), BreachReport.PAGE_SIZE));
            });
            overview.ages()
                    .forEach(bar -> assertThat(items.count(question(scope, Figure.AGE, bar.value())))
                            .isEqualTo(bar.count()));
            overview.averages()
                    .forEach(line -> assertThat(items.count(question(line.scope(), Figure.AVERAGE, "")))
                            .isEqualTo(line.counts().measured()));
        }
    }

    @Test
    void theMonthsOfTheTrendEqualTheMonthsThemselves() {
        Overview overview = overviews.of(quarter("zuoqi"));

        assertThat(overview.months()).hasSize(12);
        assertThat(overview.months())
                .allSatisfy(month -> assertThat(flow(month.counts()))
                        .isEqualTo(flow(overviews.of(month.scope()).flow())))
                .allSatisfy(month -> assertThat(month.counts().breaches())
                        .isEqualTo(overviews.of(month.scope()).clocks().breaches()))
                .anySatisfy(month -> assertThat(month.counts().breaches()).isPositive());
    }

    @Test
    void countedAnewTheSumsAreTheSame() {
        List<Map<String, Object>> before = sums();

        rollUp.rebuild();

        assertThat(before).hasSizeGreaterThan(100);
        assertThat(sums()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void whatWasCountedTwiceCountsOnce() {
        List<Map<String, Object>> before = sums();

        sql.sql("insert into report_change (case_number, clock_id) select case_number, clock_id from clock limit 50")
                .update();
        rollUp.catchUp();

        assertThat(sums()).containsExactlyInAnyOrderElementsOf(before);
    }

    private List<Map<String, Object>> sums() {
        return sql.sql("""
                        select grain, day, bureau, kind, matter, step, person, counts, started, stopped, late, breached, used, allowed, '' as topic, '' as value, 0 as n
                        from report_cell join report_place using (report_place_id)
                        where (started, stopped, late, breached) is distinct from (0, 0, 0, 0)
                        union all
                        select grain, day, bureau, kind, matter, step, person, counts, 0, 0, 0, 0, 0, 0, topic, value, n
                        from report_tally join report_place using (report_place_id)
                        union all
                        select 'B', breached_on, bureau, kind, matter, step, person, true, clock_id, 0, late, 0, 0, 0, taxpayer_name, cause || coalesce(conclusion, ''), 0
                        from report_breach""").query().listOfRows();
    }

    private static Map<Figure, Long> figures(Overview overview) {
        Counts flow = overview.flow();
        return Map.ofEntries(
                Map.entry(Figure.CARRIED, flow.carried()),
                Map.entry(Figure.RECEIVED, flow.received()),
                Map.entry(Figure.FINISHED, flow.finished()),
                Map.entry(Figure.OPEN, flow.open()),
                Map.entry(Figure.LATE, flow.late()),
                Map.entry(Figure.ON_TIME, flow.onTime()),
                Map.entry(Figure.BREACHES, overview.clocks().breaches()),
                Map.entry(Figure.OVERDUE, overview.due().overdue()),
                Map.entry(Figure.DUE_TODAY, overview.due().today()),
                Map.entry(Figure.DUE_WEEK, overview.due().week()),
                Map.entry(Figure.MEASURED, overview.pace().measured()));
    }

    private Items.Question question(Scope scope, Figure figure, String value) {
        return new Items.Question(scope, figure, value, new Moment(clock.instant(), LocalDate.now(clock)));
    }

    private static Counts sum(List<Line> lines) {
        return lines.stream()
                .map(Line::counts)
                .map(ReportFiguresTest::flow)
                .reduce(
                        Counts.NONE,
                        (one, other) -> new Counts(
                                one.carried() + other.carried(),
                                one.received() + other.received(),
                                one.finished() + other.finished(),
                                one.late() + other.late(),
                                0,
                                0,
                                0,
                                0));
    }

    private static Counts flow(Counts counts) {
        return Agreement.flow(counts);
    }

    private static List<Scope> quarterByBureauAndMonth() {
        var scopes = new ArrayList<Scope>();
        for (String bureau : BUREAUS) {
            scopes.add(quarter(bureau));
            for (int month = 1; month <= 3; month++) {
                LocalDate first = LocalDate.of(2024, month, 1);
                scopes.add(new Scope(first, first.plusMonths(1).minusDays(1), bureau, "", "", "", ""));
            }
        }
        return scopes;
    }

    private static Scope quarter(String bureau) {
        return new Scope(SimulatedQuarter.FIRST, SimulatedQuarter.LAST, bureau, "", "", "", "");
    }

    private static Scope anyScope(Random dice) {
        LocalDate from = LocalDate.of(2023, 11, 20).plusDays(dice.nextInt(120));
        return new Scope(
                from,
                from.plusDays(dice.nextInt(500)),
                any(dice, "", "", "zuoqi", "gaoxin"),
                any(dice, "", "", "REFUND", "DEREGISTRATION", "AUDIT"),
                any(dice, "", "", "", "EXPORT", "SETTLEMENT"),
                any(dice, "", "", "sourceReview", "promise"),
                any(dice, "", "", "zuoqi.slow", "gaoxin.accounting", Scope.NOBODY));
    }

    private static String any(Random dice, String... choices) {
        return choices[dice.nextInt(choices.length)];
    }
}
