package org.chunfeng.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.chunfeng.refund.RefundFixture.anApplication;
import static org.chunfeng.refund.RefundFixture.anApproval;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.chunfeng.ChunfengTest;
import org.chunfeng.TestClock;
import org.chunfeng.TestDesk;
import org.chunfeng.TestPeople;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.casefile.CaseKind;
import org.chunfeng.casefile.NewCase;
import org.chunfeng.deadline.Breach;
import org.chunfeng.deadline.Breaches;
import org.chunfeng.engine.Refused;
import org.chunfeng.notice.NoticeKind;
import org.chunfeng.notice.Notices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way through audit.bpmn; the case opens on Monday 2021-04-12 at 18:00 about a source review that nobody finished. */
@ChunfengTest
class AuditProcessTest {

    private static final String LATE = "zuoqi.taxSource";
    private static final Map<String, Object> EXPLAINED = Map.of("cause", "WORKLOAD", "explanation", "月初申请集中，人手不足所致");
    private static final Map<String, Object> REFERRED = Map.of("opinion", "超期属实，提请追责");
    private static final Map<String, Object> CONCLUDED = Map.of("conclusion", "REMINDED", "opinion", "提醒谈话");

    @Autowired
    private TestDesk desk;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestPeople people;

    @Autowired
    private LadderRun run;

    @Autowired
    private AuditCases audits;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private Breaches breaches;

    @Autowired
    private CaseEvents events;

    @Autowired
    private Notices notices;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService engine;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private JdbcClient jdbc;

    private String late;
    private String audit;

    @BeforeEach
    void aReviewRunsLate() throws Exception {
        clock.set("2021-04-06T10:00");
        late = desk.start("zuoqi.hallIntake", "refund", anApplication());
        String review = desk.task(late, "reviewRefund").getId();
        people.as(LATE, () -> {
            tasks.claim(review, LATE);
            return review;
        });
        clock.set("2021-04-12T18:00");
        run.run();
        audit = audits.about(late).get(0).caseNumber();
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void itsOwnTimelineBeginsWithTheBreach() {
        assertThat(events.of(audit)).first().satisfies(opened -> {
            assertThat(opened.step()).isEqualTo("breachReported");
            assertThat(opened.detail()).isEqualTo(late);
        });
    }

    @Test
    void itIsExplainedReferredAndConcluded() throws Exception {
        assertThat(audit).matches("A-152921-2021-\\d{6}");
        assertThat(desk.openSteps(audit)).containsExactly("examineBreach", "explainDelay", "referBreach");
        desk.complete(LATE, audit, "explainDelay", EXPLAINED);
        desk.complete("alxa.levyAdmin", audit, "referBreach", REFERRED);
        desk.complete("alxa.audit", audit, "examineBreach", CONCLUDED);

        assertThat(desk.isRunning(audit)).isFalse();
        assertThat(cases.get(audit).outcome()).isEqualTo("CONCLUDED");
        assertThat(audits.get(audit).conclusion()).isEqualTo("REMINDED");
        assertThat(desk.openSteps(late)).containsExactly("reviewRefund");
    }

    @Test
    void onlyTheLateHandlerExplains() {
        assertThatThrownBy(() -> desk.complete("zuoqi.taxSource2", audit, "explainDelay", EXPLAINED))
                .isInstanceOf(org.camunda.bpm.engine.AuthorizationException.class);
    }

    @Test
    void aReferralThatIsNotMadeWithinOneWorkingDayPassesOnByItself() {
        clock.set("2021-04-13T17:59");
        fireTimers();
        assertThat(desk.openSteps(audit)).contains("referBreach");
        clock.set("2021-04-13T18:00");
        fireTimers();

        assertThat(desk.openSteps(audit)).containsExactly("examineBreach", "explainDelay");
        assertThat(audits.get(audit).isReferred()).isTrue();
        assertThat(audits.get(audit).referredBy()).isNull();
    }

    @Test
    void silenceEndsTheHearingAfterTwoWorkingDaysAndNotBefore() throws Exception {
        assertThatThrownBy(() -> desk.complete("alxa.audit", audit, "examineBreach", CONCLUDED))
                .hasStackTraceContaining("责任人尚未说明原因");
        clock.set("2021-04-14T18:00");
        fireTimers();

        assertThat(desk.openSteps(audit)).containsExactly("examineBreach");
        assertThat(audits.get(audit).silent()).isTrue();
        desk.complete("alxa.audit", audit, "examineBreach", CONCLUDED);
        assertThat(desk.isRunning(audit)).isFalse();
    }

    @Test
    void auditsOwnDelayIsABreachWithoutAnotherAuditCase() {
        clock.set("2021-04-25T18:00");
        fireTimers();
        run.run();

        assertThat(breaches.ofCase(audit)).extracting(Breach::step).containsExactly("examineBreach");
        assertThat(audits.about(audit)).isEmpty();
        assertThat(desk.openSteps(audit)).containsExactly("examineBreach");
    }

    @Test
    void auditsOwnDelayIsToldToAuditAndToTheLeaderOfThePrefecture() {
        clock.set("2021-04-25T18:00");
        fireTimers();
        run.run();
        run.run();

        assertThat(notices.of(audit))
                .filteredOn(notice ->
                        notice.kind() == NoticeKind.ESCALATION && notice.step().equals("examineBreach"))
                .extracting(
                        notice -> notice.recipient().id(),
                        notice -> notice.recipient().bureau())
                .containsExactlyInAnyOrder(tuple("audit", "alxa"), tuple("leaderOnDuty", "alxa"));
    }

    @Test
    void theAuditedCountysLeaderTakesNothingFromTheExaminer() throws Exception {
        String examination = desk.task(audit, "examineBreach").getId();
        desk.claim("alxa.audit", examination);

        int refused = people.signedIn("zuoqi.leaderOnDuty")
                .submit("/cases/%s/tasks/%s/release".formatted(audit, examination), Map.of("reason", "我来办"))
                .statusCode();
        int released = people.signedIn("alxa.leaderOnDuty")
                .submit("/cases/%s/tasks/%s/release".formatted(audit, examination), Map.of("reason", "承办人住院"))
                .statusCode();

        assertThat(refused).isEqualTo(403);
        assertThat(released).isEqualTo(302);
    }

    @Test
    void finishingLateLeavesTheAuditCaseOpen() throws Exception {
        desk.complete(LATE, late, "reviewRefund", anApproval());
        desk.complete("zuoqi.taxSource2", late, "approveRefund", Map.of("approval", "APPROVE", "opinion", "同意"));

        assertThat(desk.openSteps(audit)).containsExactly("examineBreach", "explainDelay", "referBreach");
    }

    @Test
    void aDeregistrationIsNotConcludedBeforeItWasReferred() throws Exception {
        String deregistration = cases.open(new NewCase(
                CaseKind.DEREGISTRATION,
                "GENERAL_FLOW",
                "SMALL",
                "zuoqi",
                "91152921FAKE00013N",
                "测试公司",
                null,
                "COUNTER",
                null,
                null,
                "zuoqi.hallIntake",
                clock.instant(),
                null));
        jdbc.sql("update audit_case set late_case = ? where case_number = ?")
                .params(deregistration, audit)
                .update();
        desk.complete(LATE, audit, "explainDelay", EXPLAINED);

        assertThatThrownBy(() -> desk.complete("alxa.audit", audit, "examineBreach", CONCLUDED))
                .hasRootCauseInstanceOf(Refused.class)
                .hasStackTraceContaining("注销案件须先由征管科提请");
        clock.set("2021-04-13T18:00");
        fireTimers();
        desk.complete("alxa.audit", audit, "examineBreach", CONCLUDED);

        assertThat(cases.get(audit).outcome()).isEqualTo("CONCLUDED");
    }

    private void fireTimers() {
        List<String> instances = engine.createProcessInstanceQuery().processInstanceBusinessKey(audit).list().stream()
                .map(instance -> instance.getId())
                .toList();
        instances.forEach(instance -> jobs.createJobQuery()
                .processInstanceId(instance)
                .executable()
                .list()
                .forEach(job -> jobs.executeJob(job.getId())));
    }
}
