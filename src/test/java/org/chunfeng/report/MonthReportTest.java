package org.chunfeng.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.chunfeng.ChunfengTest;
import org.chunfeng.Statements;
import org.chunfeng.TestClock;
import org.chunfeng.TestPeople;
import org.chunfeng.calendar.CalendarDays;
import org.chunfeng.calendar.OfficeHours;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What was reported stays, a correction is another edition, and a missed month is caught up. */
@ChunfengTest
class MonthReportTest {

    private static final YearMonth JANUARY = YearMonth.of(2024, 1);
    private static final YearMonth FEBRUARY = YearMonth.of(2024, 2);

    @Autowired
    private MonthReports reports;

    @Autowired
    private MonthReportRows rows;

    @Autowired
    private MonthDesk desk;

    @Autowired
    private MonthRun run;

    @Autowired
    private MonthCalendar months;

    @Autowired
    private MonthComparisons comparisons;

    @Autowired
    private MonthViews views;

    @Autowired
    private MonthSheets sheets;

    @Autowired
    private TestPeople people;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private CalendarDays calendar;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private OfficeHours hours;

    @BeforeEach
    void liveThroughTheQuarter() {
        clock.set(SimulatedQuarter.NOW);
        SimulatedQuarter.liveOnce(sql, calendar, hours);
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void aMonthFrozenTwiceIsOneEditionWithTheSameBytes() throws Exception {
        reports.freeze(JANUARY, "zuoqi", "alxa.levyAdmin");
        int editions = rows.editions(JANUARY.atDay(1), "zuoqi").size();

        assertThat(reports.freeze(JANUARY, "zuoqi", "alxa.levyAdmin")).isNull();
        byte[] first = sheets.xlsx(newest("zuoqi", JANUARY));
        Thread.sleep(2100);
        byte[] second = sheets.xlsx(newest("zuoqi", JANUARY));

        assertThat(rows.editions(JANUARY.atDay(1), "zuoqi")).hasSize(editions);
        assertThat(second).isEqualTo(first);
        assertThat(sheetNames(first)).contains("说明", "合计", "按环节", "按事项");
    }

    @Test
    void aCorrectionIsANewEditionThatSaysWhatIsDifferent() {
        reports.freeze(FEBRUARY, "ejina", "alxa.levyAdmin");
        MonthReport before = rows.editions(FEBRUARY.atDay(1), "ejina").get(0);
        String late = sql.sql("""
                        select f.case_number from report_fact f join report_place p using (report_place_id)
                        where p.bureau = 'ejina' and p.step = '' and p.kind = 'REFUND' and f.started_on between '2024-02-01' and '2024-02-29'
                        order by 1 limit 1""").query(String.class).single();

        sql.sql("update case_file set opened_at = opened_at, matter = 'NON_TAX' where case_number = ?")
                .param(late)
                .update();
        MonthReport after = reports.freeze(FEBRUARY, "ejina", "alxa.levyAdmin");

        assertThat(after.edition()).isEqualTo(before.edition() + 1);
        assertThat(newest("ejina", FEBRUARY).differences())
                .anySatisfy(one -> assertThat(one.where()).contains("非税收入退付"))
                .allSatisfy(one -> assertThat(one.before()).isNotEqualTo(one.after()));
        assertThat(rows.editions(FEBRUARY.atDay(1), "ejina")).contains(before);
    }

    @Test
    void onTheFirstWorkingDayTheMonthIsFrozenAndTold() {
        reports.freeze(JANUARY, "", "system");
        clock.set("2024-03-01T08:59");
        assertThat(months.due()).doesNotContain(FEBRUARY);
        clock.set("2024-03-01T09:00");
        assertThat(months.due()).containsExactly(FEBRUARY);

        run.run();
        run.run();

        assertThat(months.due()).isEmpty();
        assertThat(rows.editions(FEBRUARY.atDay(1), "")).hasSize(1);
        assertThat(rows.editions(FEBRUARY.atDay(1), "gaoxin")).isNotEmpty();
        List<Map<String, Object>> told = sql.sql(
                        "select recipient, recipient_bureau, subject, body, name, content from notice join notice_file using (notice_id)"
                                + " where subject like '%2024-02 办理情况月报%'")
                .query()
                .listOfRows();
        assertThat(told)
                .extracting(one -> one.get("recipient") + "@" + one.get("recipient_bureau"))
                .contains("levyAdmin@alxa", "audit@alxa", "leaderOnDuty@zuoqi")
                .doesNotHaveDuplicates();
        assertThat(told)
                .allSatisfy(one -> {
                    assertThat(one.get("subject").toString()).doesNotContain("http");
                    assertThat(one.get("body").toString()).contains("http://127.0.0.1/reports/months/2024-02");
                    assertThat(one.get("name").toString()).endsWith("_2024-02_1.xlsx");
                })
                .filteredOn(one -> one.get("recipient_bureau").equals("zuoqi"))
                .singleElement()
                .satisfies(one ->
                        assertThat((byte[]) one.get("content")).isEqualTo(sheets.xlsx(newest("zuoqi", FEBRUARY))));
    }

    @Test
    void missedMonthsAreCaughtUpInOrder() {
        reports.freeze(JANUARY, "", "system");
        clock.set("2024-06-03T09:00");

        List<YearMonth> due = months.due();

        assertThat(due)
                .isSorted()
                .endsWith(YearMonth.of(2024, 5))
                .contains(YearMonth.of(2024, 3), YearMonth.of(2024, 4));
    }

    /** As when the very first run was killed after some months: their letters would come years late. */
    @Test
    void onlyTheMonthThatIsDueIsToldHoweverManyAreCaughtUp() {
        reports.freeze(JANUARY, "", "system");
        clock.set("2024-08-01T09:00");

        var told = new ArrayList<String>();
        var frozen = new ArrayList<MonthReport>();
        transactions.executeWithoutResult(status -> {
            status.setRollbackOnly();
            run.run();
            frozen.addAll(rows.editions(LocalDate.of(2024, 6, 1), "tengger"));
            told.addAll(sql.sql("select distinct substring(dedupe_key from 'report-(....-..)') from notice"
                            + " where dedupe_key like '%/report-2024-0_/%'")
                    .query(String.class)
                    .list());
        });

        assertThat(frozen).hasSize(1);
        assertThat(told).contains("2024-07").doesNotContain("2024-03", "2024-04", "2024-05", "2024-06");
    }

    @Test
    void whatTheLedgerSaysStillMakesNoNewEdition() {
        reports.freeze(JANUARY, "tengger", "system");
        var supervisor = people.signedIn("alxa.levyAdmin");

        var answer = supervisor.submit("/reports/months/2024-01", Map.of("bureau", "tengger"));

        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("unchanged"));
        assertThat(rows.editions(JANUARY.atDay(1), "tengger")).hasSize(1);
    }

    @Test
    void twoMonthsStandSideBySide() {
        reports.freeze(JANUARY, "youqi", "system");
        reports.freeze(FEBRUARY, "youqi", "system");
        MonthView january = newest("youqi", JANUARY);
        MonthView february = newest("youqi", FEBRUARY);

        MonthComparison compared = comparisons.of(february, january);
        String page = people.signedIn("youqi.leaderOnDuty")
                .page("/reports/months/2024-02?with=2024-01.1")
                .body();

        List<MonthComparison.Cell> total =
                compared.tables().get(0).rows().get(0).cells();
        MonthComparison.Cell received = total.get(1);
        assertThat(total.get(0).now())
                .isEqualTo(BigDecimal.valueOf(february.flow().carried()));
        assertThat(total.get(total.size() - 1).now())
                .as("the same average as on the month itself")
                .isEqualTo(february.pace().averageUsed());
        assertThat(received.now()).isEqualTo(BigDecimal.valueOf(february.flow().received()));
        assertThat(received.then()).isEqualTo(BigDecimal.valueOf(january.flow().received()));
        assertThat(compared.tables())
                .extracting(MonthComparison.Table::breakdown)
                .contains("按环节", "按事项", "按办理人");
        assertThat(page).contains("与 2024-01 第 1 版比较").contains("（" + received.change() + "）");
    }

    /** A promise of 6 days, a legal limit of 30 and a step of 2 have no average in common. */
    @Test
    void workingDaysAreComparedOnlyAmongTheirLike() {
        reports.freeze(FEBRUARY, "", "system");

        assertThat(newest("", FEBRUARY).tables())
                .filteredOn(MonthView.Table::paced)
                .extracting(MonthView.Table::breakdown)
                .contains("按环节", "按办理人")
                .doesNotContain("按主管税务机关", "按事项");
    }

    @Test
    void anEmptyBureauStillHasItsMonth() {
        YearMonth longAgo = YearMonth.of(2001, 5);

        reports.freeze(longAgo, "wulanbuhe", "system");

        assertThat(newest("wulanbuhe", longAgo).flow()).isEqualTo(Counts.NONE);
    }

    /** As when the other node is counting a backlog: what it has not committed would be missing in the report for ever. */
    @Test
    void aMonthIsFrozenAfterWhoeverCountsIsDone() throws Exception {
        reports.freeze(JANUARY, "ejina", "system");
        var counting = new CountDownLatch(1);
        var counted = new CountDownLatch(1);
        var other = CompletableFuture.runAsync(() -> transactions.executeWithoutResult(status -> {
            sql.sql("select pg_advisory_xact_lock(hashtext('report'))").query().listOfRows();
            counting.countDown();
            await(counted);
        }));
        await(counting);
        sql.sql("""
                        update case_file set opened_at = opened_at, matter = 'NON_TAX' where case_number = (
                            select f.case_number from report_fact f join report_place p using (report_place_id)
                            where p.bureau = 'ejina' and p.step = '' and p.kind = 'REFUND' and p.matter <> 'NON_TAX'
                                and f.started_on between '2024-01-01' and '2024-01-31' order by 1 limit 1)""").update();

        var frozen = CompletableFuture.supplyAsync(() -> reports.freeze(JANUARY, "ejina", "system"));
        assertThatThrownBy(() -> frozen.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
        counted.countDown();
        other.join();

        assertThat(frozen.get(30, TimeUnit.SECONDS)).isNotNull();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aCountyReadsItsOwnMonthsAndCorrectsNone() {
        reports.freeze(JANUARY, "zuoqi", "system");
        reports.freeze(JANUARY, "youqi", "system");
        var county = people.signedIn("zuoqi.leaderOnDuty");

        String page = county.page("/reports/months/2024-01?bureau=youqi").body();

        assertThat(page).contains("阿拉善左旗税务局").doesNotContain("阿拉善右旗税务局");
        assertThat(county.page("/reports/months?bureau=youqi").body()).contains("阿拉善左旗税务局");
        assertThat(county.submit("/reports/months/2024-01", Map.of("bureau", "zuoqi"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(county.page("/reports/months/2024-99").statusCode()).isEqualTo(404);
        assertThat(county.page("/reports/months/1999-01").statusCode()).isEqualTo(404);
    }

    @Test
    void levyAdministrationCorrectsAMonth() {
        reports.freeze(JANUARY, "gaoxin", "system");
        var supervisor = people.signedIn("alxa.levyAdmin");

        var answer = supervisor.submit("/reports/months/2024-01", Map.of("bureau", "gaoxin"));

        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("bureau=gaoxin"));
        assertThat(supervisor
                        .page("/reports/months/2024-01?bureau=gaoxin&edition=1")
                        .body())
                .contains("第 1 版", "数据指纹");
        assertThat(supervisor.page("/reports/months/2024-01?with=1999-01.1").statusCode())
                .isEqualTo(404);
        assertThat(supervisor.page("/reports/months").statusCode()).isEqualTo(200);
    }

    @Test
    void aLongerListOfMonthsAsksTheDatabaseNoMoreOften() throws Exception {
        reports.freeze(YearMonth.of(2019, 1), "alxa", "alxa.levyAdmin");

        long few = questions(1);
        for (int month = 2; month <= 5; month++) {
            reports.freeze(YearMonth.of(2019, month), "alxa", "system");
        }
        long many = questions(5);

        assertThat(many).isEqualTo(few).isBetween(2L, 10L);
    }

    private long questions(int months) throws Exception {
        return people.as(
                "alxa.levyAdmin",
                () -> Statements.of(() -> {
                    List<MonthView> all = desk.all("alxa");
                    assertThat(all).hasSize(months);
                    return all;
                }));
    }

    private MonthView newest(String bureau, YearMonth month) {
        List<MonthReport> editions = rows.editions(LocalDate.from(month.atDay(1)), bureau);
        return views.of(editions.get(0), editions);
    }

    private static List<String> sheetNames(byte[] workbook) throws IOException {
        try (var opened = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            return opened.getSheets().map(Sheet::getName).toList();
        }
    }
}
