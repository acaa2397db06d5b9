package org.chunfeng.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chunfeng.refund.RefundFixture.anApplication;
import static org.chunfeng.refund.RefundFixture.anApproval;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.chunfeng.ChunfengTest;
import org.chunfeng.TestClock;
import org.chunfeng.TestDesk;
import org.chunfeng.deadline.Breaches;
import org.chunfeng.deadline.Budget;
import org.chunfeng.deadline.DeadlineClock;
import org.chunfeng.deadline.Deadlines;
import org.chunfeng.notice.NoticeKind;
import org.chunfeng.notice.NoticeRecord;
import org.chunfeng.notice.Notices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The escalation ladder over a refund: a source review that begins on Tuesday 2021-04-06 and is due on the 12th. */
@ChunfengTest
class LadderTest {

    private static final String CLERK = "zuoqi.hallIntake";
    private static final String REVIEWER = "zuoqi.taxSource";
    private static final String APPROVER = "zuoqi.taxSource2";

    @Autowired
    private TestDesk desk;

    @Autowired
    private TestClock clock;

    @Autowired
    private LadderRun run;

    @Autowired
    private Ladder ladder;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private Breaches breaches;

    @Autowired
    private AuditCases audits;

    @Autowired
    private Notices notices;

    @Autowired
    private RuntimeService engine;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void setTheClock() {
        clock.set("2021-04-06T10:00");
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void theLadderIsClimbedRungByRung() throws Exception {
        String number = aReview();

        climbAt("2021-04-08T09:00");
        assertThat(rungs(number)).containsExactly("warned");
        climbAt("2021-04-12T17:59");
        assertThat(rungs(number)).containsExactly("warned");
        climbAt("2021-04-12T18:00");
        assertThat(rungs(number)).containsExactly("warned", "breached", "auditOpened", "told", "leaderTold");
        climbAt("2021-04-13T08:59");
        assertThat(rungs(number)).doesNotContain("watched");
        climbAt("2021-04-13T09:00");
        assertThat(rungs(number)).endsWith("watched");
        climbAt("2021-04-13T18:00");

        assertThat(rungs(number)).endsWith("watched", "referred");
        assertThat(late(number)).isZero();
        assertThat(told(number, NoticeKind.WARNING)).containsExactly("taxSource");
        assertThat(told(number, NoticeKind.ESCALATION))
                .containsExactly("taxSource", "leaderOnDuty", "levyAdmin", "audit");
        assertThat(audits.about(number)).extracting(AuditCase::lateStep).containsExactly("sourceReview");
        assertThat(desk.openSteps(number)).containsExactly("reviewRefund");
    }

    @Test
    void theTimersOfTheModelClimbItToo() throws Exception {
        String number = aReview();

        clock.set("2021-04-08T09:00");
        fireTimersOf(number);
        assertThat(rungs(number)).containsExactly("warned");
        clock.set("2021-04-12T18:00");
        fireTimersOf(number);

        assertThat(rungs(number)).containsExactly("warned", "breached", "auditOpened", "told", "leaderTold");
        assertThat(audits.about(number)).hasSize(1);
        run.run();
        assertThat(audits.about(number)).hasSize(1);
        assertThat(notices.of(number))
                .filteredOn(notice -> notice.kind() == NoticeKind.ESCALATION)
                .hasSize(2);
    }

    @Test
    void whatIsReachedAfterHoursIsRecordedThenAndMailedAtTheNextOpening() throws Exception {
        String number = aReview();

        climbAt("2021-04-12T18:00");

        assertThat(breaches.ofCase(number))
                .singleElement()
                .satisfies(breach -> assertThat(breach.recordedAt()).isEqualTo(at("2021-04-12T18:00")));
        assertThat(escalations(number))
                .isNotEmpty()
                .allSatisfy(notice -> assertThat(notice.deliverAfter()).isEqualTo(at("2021-04-13T09:00")));
        assertThat(escalations(number))
                .allSatisfy(notice -> assertThat(notice.body())
                        .contains("督查案件：" + audits.about(number).get(0).caseNumber()));
    }

    @Test
    void whatIsReachedBeforeADayOffWaitsForTheNextWorkingDay() throws Exception {
        clock.set("2021-04-26T10:00");
        String number = aReview();

        climbAt("2021-04-30T18:00");

        assertThat(escalations(number))
                .isNotEmpty()
                .allSatisfy(notice -> assertThat(notice.deliverAfter()).isEqualTo(at("2021-05-06T09:00")));
    }

    @Test
    void everyRungIsClimbedOnceWhenTimerAndRunCompete() throws Exception {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            numbers.add(aReview());
        }
        clock.set("2021-04-12T18:00");
        Callable<Void> timers = () -> {
            numbers.forEach(this::fireTimersAgainstOthers);
            return null;
        };
        Callable<Void> runs = () -> {
            run.run();
            return null;
        };

        atOnce(List.of(timers, runs, timers, runs));
        run.run();
        numbers.forEach(this::fireTimersAgainstOthers);

        assertThat(numbers).allSatisfy(number -> {
            assertThat(rungs(number)).containsExactly("warned", "breached", "auditOpened", "told", "leaderTold");
            assertThat(breaches.ofCase(number)).hasSize(1);
            assertThat(audits.about(number)).hasSize(1);
            assertThat(escalations(number)).hasSize(2);
        });
    }

    @Test
    void threeDaysOfStandstillOverAHolidayAreCaughtUpInOrderAsOneDigestAPerson() throws Exception {
        clock.set("2021-04-26T10:00");
        String first = aReview();
        String second = aReview();

        climbAt("2021-05-06T10:03");

        for (String number : List.of(first, second)) {
            assertThat(rungs(number))
                    .containsExactly("warned", "breached", "auditOpened", "told", "leaderTold", "watched");
            assertThat(planned(number)).isSorted();
            assertThat(late(number)).isEqualTo(6);
            assertThat(notices.of(number))
                    .filteredOn(notice -> notice.kind() == NoticeKind.WARNING || notice.kind() == NoticeKind.ESCALATION)
                    .hasSize(5)
                    .allSatisfy(notice -> {
                        assertThat(notice.deliverAfter()).isEqualTo(at("2021-05-06T10:10"));
                        assertThat(notice.body()).contains("补发");
                    });
        }
        assertThat(breaches.ofCase(first).get(0).dueAt()).isEqualTo(at("2021-04-30T18:00"));
    }

    @Test
    void aSuspendedClockIsSilentAndGoesOnFromWhereItStood() throws Exception {
        String number = aReview();
        clock.set("2021-04-07T10:00");
        suspend(number);

        climbAt("2021-04-14T10:00");
        assertThat(rungs(number)).isEmpty();
        desk.complete(REVIEWER, number, "resumeCase", Map.of("resumeReason", "检查已结束"));
        run.run();

        assertThat(rungs(number)).isEmpty();
        climbAt("2021-04-16T09:00");
        assertThat(rungs(number)).contains("warned").doesNotContain("breached");
    }

    @Test
    void aSuspensionAfterTheDueTimeHoldsTheRestOfTheLadderBack() throws Exception {
        String number = aReview();
        climbAt("2021-04-12T18:00");
        clock.set("2021-04-13T08:30");
        suspend(number);

        climbAt("2021-04-14T10:00");
        assertThat(rungs(number)).doesNotContain("watched");
        desk.complete(REVIEWER, number, "resumeCase", Map.of("resumeReason", "检查已结束"));
        run.run();

        assertThat(rungs(number)).contains("watched").doesNotContain("referred");
    }

    @Test
    void ifTheDateMovesRungsNotReachedArePlannedAnewAndClimbedOnesStay() throws Exception {
        String number = aReview();
        climbAt("2021-04-08T09:00");

        deadlines.changeBudget(clockOf(number).id(), Budget.workingDays(6), "上级批准");
        climbAt("2021-04-12T18:00");
        assertThat(rungs(number)).containsExactly("warned");
        climbAt("2021-04-14T18:00");

        assertThat(rungs(number)).containsExactly("warned", "breached", "auditOpened", "told", "leaderTold");
        assertThat(told(number, NoticeKind.WARNING)).hasSize(1);
    }

    @Test
    void aBreachThatALateCompletionRecordsOpensItsAuditCaseToo() throws Exception {
        String number = aReview();
        clock.set("2021-04-13T08:00");
        desk.complete(REVIEWER, number, "reviewRefund", anApproval());
        desk.complete(APPROVER, number, "approveRefund", Map.of("approval", "APPROVE", "opinion", "同意"));
        assertThat(breaches.ofCase(number)).hasSize(1);
        assertThat(audits.about(number)).isEmpty();

        run.run();

        assertThat(audits.about(number))
                .singleElement()
                .satisfies(audit -> assertThat(audit.lateHandler()).isEqualTo(APPROVER));
        assertThat(rungs(number)).containsExactly("breached", "auditOpened", "told", "leaderTold");
        assertThat(escalations(number).get(0).recipient().id()).isEqualTo(APPROVER);
        climbAt("2021-04-13T18:00");
        assertThat(rungs(number)).endsWith("watched", "referred");
    }

    @Test
    void finishingInTimeEndsTheLadder() throws Exception {
        String number = aReview();
        desk.complete(REVIEWER, number, "reviewRefund", anApproval());
        desk.complete(APPROVER, number, "approveRefund", Map.of("approval", "APPROVE", "opinion", "同意"));

        climbAt("2021-04-13T18:00");

        assertThat(rungs(number)).isEmpty();
    }

    @Test
    void finishingLateDoesNotCloseTheAuditCase() throws Exception {
        String number = aReview();
        climbAt("2021-04-12T18:00");
        String audit = audits.about(number).get(0).caseNumber();

        clock.set("2021-04-13T10:00");
        desk.complete(REVIEWER, number, "reviewRefund", anApproval());
        desk.complete(APPROVER, number, "approveRefund", Map.of("approval", "APPROVE", "opinion", "同意"));

        assertThat(desk.openSteps(audit)).containsExactly("examineBreach", "explainDelay", "referBreach");
    }

    @Test
    void oneCaseThatFailsDoesNotStopTheOthers() throws Exception {
        String broken = aReview();
        String sound = aReview();
        jdbc.sql("update case_file set matter = ? where case_number = ?")
                .params("", broken)
                .update();
        jdbc.sql("alter table audit_case add constraint broken check (late_case <> '" + broken + "') not valid")
                .update();
        try {
            climbAt("2021-04-12T18:00");

            assertThat(rungs(broken)).isEmpty();
            assertThat(rungs(sound)).contains("auditOpened");
        } finally {
            jdbc.sql("alter table audit_case drop constraint broken").update();
        }
        climbAt("2021-04-12T18:06");
        assertThat(rungs(broken)).contains("breached", "auditOpened");
        assertThat(audits.about(broken)).hasSize(1);
    }

    @Test
    void aLegalLimitTellsTheLeaderWhenMostOfItIsUsed() throws Exception {
        String number = aReview();
        long legal = deadlines.openClocks(number).stream()
                .filter(open -> open.step().equals("legalLimit"))
                .findFirst()
                .orElseThrow()
                .id();

        climbAt("2021-05-07T18:00");

        assertThat(rungs(legal)).contains("mostlyUsed").doesNotContain("breached");
    }

    private String aReview() throws Exception {
        return desk.start(CLERK, "refund", anApplication());
    }

    private void suspend(String number) throws Exception {
        desk.send(
                REVIEWER,
                "suspensionRequested",
                number,
                Map.of("suspensionReason", "INSPECTION", "documentNo", "7号", "plannedEnd", "2021-05-30"));
        desk.complete(
                "zuoqi.leaderOnDuty",
                number,
                "approveSuspension",
                Map.of("suspensionApproved", "true", "opinion", "同意"));
    }

    private void climbAt(String localTime) {
        clock.set(localTime);
        run.run();
    }

    private void fireTimersOf(String number) {
        timersOf(number).forEach(job -> jobs.executeJob(job.getId()));
    }

    private void fireTimersAgainstOthers(String number) {
        for (Job job : timersOf(number)) {
            try {
                jobs.executeJob(job.getId());
            } catch (ProcessEngineException anotherWasFaster) {
                assertThat(anotherWasFaster).hasMessageMatching("(?s).*(No job found|was updated by another).*");
            }
        }
    }

    private List<Job> timersOf(String number) {
        return engine.createProcessInstanceQuery().processInstanceBusinessKey(number).list().stream()
                .flatMap(instance ->
                        jobs.createJobQuery().processInstanceId(instance.getId()).executable().list().stream())
                .toList();
    }

    private static void atOnce(List<Callable<Void>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        CyclicBarrier together = new CyclicBarrier(work.size());
        List<Future<Void>> done = new ArrayList<>();
        for (Callable<Void> one : work) {
            done.add(threads.submit(() -> {
                together.await();
                return one.call();
            }));
        }
        for (Future<Void> one : done) {
            one.get();
        }
        threads.shutdown();
    }

    private DeadlineClock clockOf(String number) {
        return deadlines.openClocks(number).stream()
                .filter(open -> open.step().equals("sourceReview"))
                .findFirst()
                .orElseThrow();
    }

    /** The rungs of the source review. */
    private List<String> rungs(String number) {
        return jdbc.sql(
                        "select rung from rung join clock using (clock_id) where case_number = ? and step = 'sourceReview'"
                                + " order by planned_at, array_position(array ['breached', 'auditOpened', 'told', 'leaderTold'], rung)")
                .param(number)
                .query(String.class)
                .list();
    }

    private List<String> rungs(long clockId) {
        return jdbc.sql("select rung from rung where clock_id = ?")
                .param(clockId)
                .query(String.class)
                .list();
    }

    private int late(String number) {
        return jdbc.sql("select count(*) from rung join clock using (clock_id)"
                        + " where case_number = ? and step = 'sourceReview' and late")
                .param(number)
                .query(Integer.class)
                .single();
    }

    /** In the order in which they were climbed. */
    private List<Timestamp> planned(String number) {
        return jdbc.sql("select planned_at from rung join clock using (clock_id)"
                        + " where case_number = ? and step = 'sourceReview' order by rung.ctid")
                .param(number)
                .query(Timestamp.class)
                .list();
    }

    private List<NoticeRecord> escalations(String number) {
        return notices.of(number).stream()
                .filter(notice ->
                        notice.kind() == NoticeKind.ESCALATION && notice.step().equals("sourceReview"))
                .toList();
    }

    private List<String> told(String number, NoticeKind kind) {
        return notices.of(number).stream()
                .filter(notice -> notice.kind() == kind && notice.step().equals("sourceReview"))
                .map(notice -> notice.recipient().id())
                .toList();
    }

    private Instant at(String localTime) {
        return LocalDateTime.parse(localTime).atZone(clock.getZone()).toInstant();
    }
}
