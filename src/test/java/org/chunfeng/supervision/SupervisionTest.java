package org.chunfeng.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.chunfeng.ChunfengTest;
import org.chunfeng.TestClock;
import org.chunfeng.TestDesk;
import org.chunfeng.TestPeople;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.casefile.CaseStatus;
import org.chunfeng.engine.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Supervision comes on its days, once, draws the same from the same, and ends with what levy administration found. */
@ChunfengTest
class SupervisionTest {

    @Autowired
    private Supervisor supervisor;

    @Autowired
    private SupervisionRuns runs;

    @Autowired
    private SupervisionList list;

    @Autowired
    private SupervisionDays days;

    @Autowired
    private Draws draws;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private TestDesk desk;

    @Autowired
    private TestPeople people;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient sql;

    @BeforeEach
    void forgetEarlierRuns() {
        sql.sql("delete from supervision_item").update();
        sql.sql("delete from supervision_run").update();
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void samplesComeEveryFifthWorkingDayWhateverTheHolidays() {
        clock.set("2021-02-26T10:00");

        List<LocalDate> due = days.due(SupervisionKind.REFUND_SAMPLE, LocalDate.of(2021, 1, 10));

        assertThat(due)
                .containsExactly(
                        LocalDate.of(2021, 1, 11),
                        LocalDate.of(2021, 1, 18),
                        LocalDate.of(2021, 1, 25),
                        LocalDate.of(2021, 2, 1),
                        // the Sunday 02-07 is worked, the week of 02-11 to 02-17 is not, the Saturday 02-20 is
                        LocalDate.of(2021, 2, 7),
                        LocalDate.of(2021, 2, 19),
                        LocalDate.of(2021, 2, 25));
    }

    @Test
    void monthsAndQuartersBeginOnTheirFirstWorkingDay() {
        clock.set("2021-05-06T09:00");

        assertThat(days.due(SupervisionKind.DEREGISTRATION_MONTH, LocalDate.of(2021, 3, 1)))
                .containsExactly(LocalDate.of(2021, 4, 1), LocalDate.of(2021, 5, 6));
        assertThat(days.due(SupervisionKind.DOUBTFUL_QUARTER, LocalDate.of(2021, 1, 4)))
                .containsExactly(LocalDate.of(2021, 4, 1));
        clock.set("2021-05-06T08:59");
        assertThat(days.due(SupervisionKind.DEREGISTRATION_MONTH, LocalDate.of(2021, 4, 1)))
                .isEmpty();
    }

    @Test
    void overdueRefundsAreDrawnSentAndFollowedUp() throws Exception {
        overdueRefund("R-SUPER-2021-000001", "tengger", "2021-06-01T10:00:00+08:00", "2021-06-07T18:00:00+08:00");
        clock.set("2021-06-16T10:00");

        supervisor.superviseWhenDue();

        SupervisionRun run = run(SupervisionKind.REFUND_SAMPLE, "tengger");
        assertThat(run.dueOn()).isEqualTo(LocalDate.of(2021, 6, 15));
        assertThat(runs.items(run.caseNumber()))
                .extracting(SupervisionItem::caseNumber, SupervisionItem::days)
                .contains(tuple("R-SUPER-2021-000001", 5));
        assertThat(sql.sql("select recipient from notice where case_number = ? and recipient_bureau = 'tengger'")
                        .param(run.caseNumber())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("leaderOnDuty", "taxSource");
        assertThat(sql.sql(
                                "select recipient || '@' || recipient_bureau from notice where case_number = ? and kind = 'HAND_OVER'")
                        .param(run.caseNumber())
                        .query(String.class)
                        .list())
                .containsExactly("levyAdmin@alxa");
        assertThatThrownBy(() -> desk.complete(
                        "alxa.levyAdmin", run.caseNumber(), "followUp", Map.of("supervisionOutcome", "URGED")))
                .hasRootCauseInstanceOf(Refused.class);
        desk.complete(
                "alxa.levyAdmin",
                run.caseNumber(),
                "followUp",
                Map.of("supervisionOutcome", "URGED", "finding", "已要求次日办结"));
        assertThat(cases.get(run.caseNumber()).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(runs.get(run.caseNumber()).finding()).isEqualTo("已要求次日办结");
        assertThat(people.signedIn("alxa.levyAdmin")
                        .page("/cases/" + run.caseNumber())
                        .body())
                .contains("R-SUPER-2021-000001", "补做")
                .containsPattern("符合条件 [1-9]\\d* 件，抽取 [1-9]\\d* 件");
    }

    @Test
    void whereNothingIsFoundTheRunIsOnRecordAndNobodyIsTroubled() {
        clock.set("2021-03-01T10:00");

        supervisor.superviseWhenDue();

        SupervisionRun run = run(SupervisionKind.DEREGISTRATION_MONTH, "wulanbuhe");
        assertThat(run.found()).isZero();
        assertThat(cases.get(run.caseNumber()).outcome()).isEqualTo("NOTHING_FOUND");
        assertThat(desk.openSteps(run.caseNumber())).isEmpty();
        assertThat(people.signedIn("alxa.levyAdmin")
                        .page("/cases/" + run.caseNumber())
                        .body())
                .contains("没有符合条件的案件，无需督导")
                .doesNotContain("0 / 0");
    }

    @Test
    void aMissedRunIsCaughtUpAndNotedAndNoneIsDoneTwice() {
        clock.set("2021-03-01T10:00");
        supervisor.superviseWhenDue();
        clock.set("2021-03-22T10:00");

        supervisor.superviseWhenDue();
        supervisor.superviseWhenDue();

        List<SupervisionList.Found> samples = list.page("youqi", "REFUND_SAMPLE", 1);
        assertThat(samples)
                .extracting(SupervisionList.Found::dueOn)
                .doesNotHaveDuplicates()
                .containsExactly(
                        LocalDate.of(2021, 3, 18),
                        LocalDate.of(2021, 3, 11),
                        LocalDate.of(2021, 3, 4),
                        LocalDate.of(2021, 2, 25));
        assertThat(samples).allMatch(SupervisionList.Found::missed);
    }

    @Test
    void aCountyThatWasLeftOutIsMadeUpForByItself() {
        clock.set("2021-03-01T10:00");
        supervisor.superviseWhenDue();
        sql.sql("delete from supervision_item").update();
        sql.sql("delete from supervision_run where bureau = 'youqi' and due_on > date '2021-01-01'")
                .update();
        sql.sql("""
                        insert into supervision_run (kind, due_on, bureau, case_number, ran_at, missed, share_percent, seed)
                        select 'REFUND_SAMPLE', date '2021-02-19', 'youqi', min(case_number), now(), false, 100, 32
                        from case_file where kind = 'SUPERVISION' and bureau = 'youqi'""").update();
        clock.set("2021-03-04T10:00");

        supervisor.superviseWhenDue();

        assertThat(list.page("youqi", "REFUND_SAMPLE", 1))
                .extracting(SupervisionList.Found::dueOn)
                .containsExactly(LocalDate.of(2021, 3, 4), LocalDate.of(2021, 2, 25), LocalDate.of(2021, 2, 19));
        assertThat(list.page("zuoqi", "REFUND_SAMPLE", 1))
                .extracting(SupervisionList.Found::dueOn)
                .containsExactly(LocalDate.of(2021, 3, 4), LocalDate.of(2021, 2, 25));
    }

    @Test
    void twoNodesStartEachRunOnce() throws Exception {
        clock.set("2021-07-01T10:00");
        Callable<Object> node = () -> {
            supervisor.superviseWhenDue();
            return "done";
        };

        var pool = Executors.newFixedThreadPool(2);
        try {
            for (var done : pool.invokeAll(List.of(node, node))) {
                done.get();
            }
        } finally {
            pool.shutdown();
        }

        assertThat(list.page("", "", 1)).hasSize(18);
        assertThat(sql.sql("select count(*) from case_file where kind = 'SUPERVISION' and opened_at = ?")
                        .param(Timestamp.from(clock.instant()))
                        .query(Long.class)
                        .single())
                .isEqualTo(18);
    }

    @Test
    void theSameDayAndSeedDrawTheSame() {
        for (int i = 10; i < 30; i++) {
            overdueRefund("R-SUPER-2021-0000" + i, "gaoxin", "2021-08-02T10:00:00+08:00", "2021-08-06T18:00:00+08:00");
        }
        var run = new SupervisionRun(
                0,
                SupervisionKind.REFUND_SAMPLE,
                LocalDate.of(2021, 8, 12),
                "gaoxin",
                "S",
                false,
                30,
                7,
                null,
                null,
                "");
        var otherSeed = new SupervisionRun(
                0,
                SupervisionKind.REFUND_SAMPLE,
                LocalDate.of(2021, 8, 12),
                "gaoxin",
                "S",
                false,
                30,
                8,
                null,
                null,
                "");

        List<SupervisionItem> found = draws.found(run);
        List<SupervisionItem> drawn = Lot.drawn(run, found);

        assertThat(found).hasSize(20);
        assertThat(drawn).hasSize(6).isEqualTo(Lot.drawn(run, draws.found(run)));
        assertThat(Lot.drawn(otherSeed, found)).hasSize(6).isNotEqualTo(drawn);
    }

    @Test
    void casesThatStoodStillForLongAreDoubtful() {
        overdueRefund("R-SUPER-2021-000040", "ejina", "2021-01-05T10:00:00+08:00", "2021-12-30T18:00:00+08:00");
        suspend("R-SUPER-2021-000040", "2021-01-06", "2021-03-15");
        suspend("R-SUPER-2021-000040", "2021-03-01", "2021-04-20");
        overdueRefund("R-SUPER-2021-000041", "ejina", "2021-01-05T10:00:00+08:00", "2021-12-30T18:00:00+08:00");
        suspend("R-SUPER-2021-000041", "2021-01-06", "2021-03-15");
        var run = new SupervisionRun(
                0,
                SupervisionKind.DOUBTFUL_QUARTER,
                LocalDate.of(2021, 7, 1),
                "ejina",
                "S",
                false,
                100,
                7,
                null,
                null,
                "");

        assertThat(draws.found(run))
                .filteredOn(item -> item.reason().equals("SUSPENDED"))
                .extracting(SupervisionItem::caseNumber)
                .containsExactly("R-SUPER-2021-000040");
    }

    @Test
    void aCountySeesItsOwnSupervisionOnly() {
        clock.set("2021-03-01T10:00");
        supervisor.superviseWhenDue();

        String page = people.signedIn("zuoqi.leaderOnDuty")
                .page("/reports/supervision")
                .body();

        assertThat(page).contains("阿拉善左旗税务局").doesNotContain("阿拉善右旗税务局");
        assertThat(people.signedIn("alxa.levyAdmin")
                        .page("/reports/supervision")
                        .body())
                .contains("阿拉善右旗税务局", "税务注销月度督导");
        assertThat(people.signedIn("alxa.levyAdmin")
                        .page("/reports/supervision?kind=NONSENSE")
                        .statusCode())
                .isEqualTo(400);
    }

    private SupervisionRun run(SupervisionKind kind, String bureau) {
        return runs.get(list.page(bureau, kind.name(), 1).get(0).caseNumber());
    }

    private void overdueRefund(String caseNumber, String bureau, String openedAt, String dueAt) {
        Timestamp opened =
                Timestamp.from(java.time.OffsetDateTime.parse(openedAt).toInstant());
        Instant due = java.time.OffsetDateTime.parse(dueAt).toInstant();
        sql.sql("""
                        insert into case_file (case_number, kind, matter, taxpayer_class, bureau, taxpayer_id, taxpayer_name,
                            channel, status, opened_by, opened_at, applied_at)
                        values (?, 'REFUND', 'SETTLEMENT', 'SMALL', ?, '91152921FAKE00013N', '督导企业', 'COUNTER', 'HANDLING',
                            'x', ?, ?)""").params(caseNumber, bureau, opened, opened).update();
        sql.sql("""
                        insert into clock (bureau, case_number, step, epoch, kind, amount, unit, warn_before, starts_from,
                            escalates, rule, source, started_at, opened_at, due_at, provisional, calendar_version)
                        values (?, ?, 'sourceReview', 1, 'INTERNAL', 4, 'WORKING_DAY', 2, 'STEP', true, 'x', '', ?, ?, ?, false,
                            (select version from calendar_version))""")
                .params(bureau, caseNumber, opened, opened, Timestamp.from(due))
                .update();
    }

    private void suspend(String caseNumber, String from, String to) {
        sql.sql("""
                        insert into suspension (case_number, reason, document_no, requested_by, requested_at, planned_end_on,
                            decided_by, decided_at, from_on, to_on)
                        values (?, 'INSPECTION', '1', 'a', now(), cast(? as date), 'b', now(), cast(? as date), cast(? as date))""").params(caseNumber, to, from, to).update();
    }
}
