package org.chunfeng.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chunfeng.refund.RefundFixture.anApplication;
import static org.chunfeng.refund.RefundFixture.anApproval;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.chunfeng.ChunfengApplication;
import org.chunfeng.OwnApplication;
import org.chunfeng.TestClock;
import org.chunfeng.TestDatabase;
import org.chunfeng.TestDesk;
import org.chunfeng.TestPeople;
import org.chunfeng.calendar.CalendarDays;
import org.chunfeng.calendar.CalendarImports;
import org.chunfeng.calendar.TestYears;
import org.chunfeng.notice.NoticeKind;
import org.chunfeng.notice.Notices;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whatever happens to a case, its clocks, the due dates of its tasks and its timers say the same, and the ledger gives the
 * same anew: walked over every open clock of every refund that is not late after each kind of change, with refunds in review,
 * in accounting and suspended.
 */
@OwnApplication
class ClocksAgreeTest {

    private static final String TUESDAY = "2026-11-24T10:00";
    private static final String DATABASE = TestDatabase.migratedUrl();

    private static ConfigurableApplicationContext application;

    private String inReview;
    private String inAccounting;
    private String suspended;

    @BeforeAll
    static void open() {
        application = new SpringApplicationBuilder(
                        ChunfengApplication.class, TestClock.class, TestPeople.class, TestDesk.class)
                .run(
                        "--spring.datasource.url=" + DATABASE,
                        "--spring.datasource.username=chunfeng",
                        "--spring.datasource.password=trusted",
                        "--spring.mail.host=127.0.0.1",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--chunfeng.base-url=http://127.0.0.1",
                        "--chunfeng.admin.password=" + TestPeople.PASSWORD,
                        "--chunfeng.ladder.every=0s",
                        "--chunfeng.calendar.review-every=PT24H",
                        "--server.port=0");
    }

    @AfterAll
    static void close() {
        the(TestClock.class).reset();
        application.close();
    }

    private static <T> T the(Class<T> type) {
        return application.getBean(type);
    }

    @BeforeEach
    void threeCases() throws Exception {
        itIs(TUESDAY);
        inReview = aRefund();
        inAccounting = aRefund();
        desk().complete("zuoqi.taxSource", inAccounting, "reviewRefund", anApproval());
        desk().complete("zuoqi.taxSource2", inAccounting, "approveRefund", Map.of("approval", "APPROVE"));
        suspended = aRefund();
        suspend(suspended);
    }

    @Test
    void afterSuspension() throws Exception {
        suspend(inReview);

        assertThat(clock(inReview, "sourceReview").dueAt()).isNull();
        everyOpenClockAgrees();
    }

    @Test
    void afterResumption() throws Exception {
        itIs("2026-11-26T10:00");

        resume(suspended);

        assertThat(clock(suspended, "sourceReview").dueAt()).isEqualTo(at("2026-12-01T18:00"));
        everyOpenClockAgrees();
    }

    @Test
    void afterACalendarImport() {
        sign("2026-11-25");

        the(CalendarReview.class).run();

        assertThat(clock(inReview, "sourceReview").dueAt()).isEqualTo(at("2026-12-01T18:00"));
        everyOpenClockAgrees();
        TestYears.restore(the(JdbcClient.class), the(CalendarDays.class), the(CalendarImports.class));
        the(CalendarReview.class).run();
        everyOpenClockAgrees();
    }

    @Test
    void afterAChangeOfTheBudget() {
        deadlines().changeBudget(clock(inReview, "sourceReview").id(), Budget.workingDays(2), "加急");

        assertThat(clock(inReview, "sourceReview").dueAt()).isEqualTo(at("2026-11-26T18:00"));
        everyOpenClockAgrees();
    }

    @Test
    void afterARestart() {
        application.close();
        open();
        itIs(TUESDAY);

        everyOpenClockAgrees();
    }

    @Test
    void afterAMigrationToANewerModel() throws Exception {
        Instant due = clock(inReview, "sourceReview").dueAt();

        migrate(false, inReview, inAccounting, suspended);

        assertThat(clock(inReview, "sourceReview").dueAt()).isEqualTo(due);
        everyOpenClockAgrees();
        theReviewIsWarnedOfAndEscalatedOnce();
    }

    @Test
    void afterAMigrationThatMakesTheTimersAnew() throws Exception {
        Instant due = clock(inReview, "sourceReview").dueAt();

        migrate(true, inReview, inAccounting, suspended);

        assertThat(clock(inReview, "sourceReview").dueAt()).isEqualTo(due);
        everyOpenClockAgrees();
        theReviewIsWarnedOfAndEscalatedOnce();
    }

    @Test
    void aSuspendedCaseResumesInTheNewerModel() throws Exception {
        migrate(false, suspended);
        itIs("2026-12-01T18:00");
        assertThat(due(suspended)).isEmpty();

        itIs("2026-12-02T10:00");
        resume(suspended);

        assertThat(clock(suspended, "sourceReview").dueAt()).isEqualTo(at("2026-12-07T18:00"));
        everyOpenClockOf(suspended);
        desk().complete("zuoqi.taxSource", suspended, "reviewRefund", anApproval());
        desk().complete("zuoqi.taxSource2", suspended, "approveRefund", Map.of("approval", "APPROVE"));
        assertThat(desk().openSteps(suspended)).containsExactly("issueSlip");
        everyOpenClockOf(suspended);
    }

    private void theReviewIsWarnedOfAndEscalatedOnce() {
        itIs("2026-11-26T09:00");
        assertThat(due(inReview)).containsExactly("sourceReviewWarning");
        desk().fireDueJobs(inReview);
        assertThat(due(inReview)).isEmpty();
        assertThat(told(NoticeKind.WARNING)).isEqualTo(1);

        itIs("2026-11-30T18:00");
        assertThat(due(inReview)).containsExactlyInAnyOrder("promiseWarning", "sourceReviewOverdue");
        desk().fireDueJobs(inReview);
        assertThat(due(inReview)).isEmpty();
        assertThat(the(Breaches.class).ofCase(inReview))
                .extracting(Breach::step)
                .containsExactly("sourceReview");
        assertThat(the(JdbcClient.class)
                        .sql("select count(*) from audit_case where late_case = ?")
                        .param(inReview)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(due(suspended)).isEmpty();
    }

    private void everyOpenClockAgrees() {
        List<DeadlineClock> open =
                the(JdbcClient.class).sql("""
                        select * from clock c where stopped_at is null and case_number like 'R-%'
                            and not exists (select from breach b where b.case_number = c.case_number)
                        order by clock_id""").query(Rows::clock).list();
        assertThat(open).extracting(DeadlineClock::caseNumber).contains(inReview, inAccounting, suspended);
        open.forEach(this::agrees);
    }

    private void everyOpenClockOf(String caseNumber) {
        assertThat(deadlines().openClocks(caseNumber)).isNotEmpty().allSatisfy(this::agrees);
    }

    /** The ledger, the timers and the tasks of a clock; a timer that has fired is gone. */
    private void agrees(DeadlineClock clock) {
        String what = clock.caseNumber() + " " + clock.step();
        assertThat(the(Ledger.class).reckon(clock).dueAt()).as(what).isEqualTo(clock.dueAt());
        assertThat(timers(clock, "Overdue")).as(what).containsExactly(Date.from(clock.dueAtOrNever()));
        assertThat(timers(clock, "Warning")).as(what).containsExactly(Date.from(clock.warnAtOrNever()));
        the(TaskService.class).createTaskQuery().processInstanceId(clock.processInstance()).list().stream()
                .filter(task -> clock.step().equals(stepOf(task)))
                .forEach(task -> assertThat(task.getDueDate()).as(what).isEqualTo(Date.from(clock.dueAtOrNever())));
    }

    private static List<Date> timers(DeadlineClock clock, String kind) {
        return the(ManagementService.class)
                .createJobQuery()
                .processInstanceId(clock.processInstance())
                .activityId(clock.step() + kind)
                .list()
                .stream()
                .map(Job::getDuedate)
                .toList();
    }

    private static String stepOf(Task task) {
        return the(ShownClocks.class).stepOf(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
    }

    /** Deploys the model under another title, and moves these cases to it. */
    private static void migrate(boolean timersAnew, String... cases) throws IOException {
        String model = new ClassPathResource("bpmn/refund/refund.bpmn").getContentAsString(StandardCharsets.UTF_8);
        String newer = the(RepositoryService.class)
                .createDeployment()
                .name("newer")
                .addString("refund/refund.bpmn", model.replace("name=\"退税\"", "name=\"退税（新版）\""))
                .deployWithResult()
                .getDeployedProcessDefinitions()
                .get(0)
                .getId();
        for (String caseNumber : cases) {
            ProcessInstance instance = instance(caseNumber);
            MigrationPlanBuilder plan =
                    the(RuntimeService.class).createMigrationPlan(instance.getProcessDefinitionId(), newer);
            var mapped = timersAnew ? plan.mapEqualActivities().updateEventTriggers() : plan.mapEqualActivities();
            the(RuntimeService.class)
                    .newMigration(mapped.build())
                    .processInstanceIds(instance.getId())
                    .execute();
            assertThat(instance(caseNumber).getProcessDefinitionId()).isEqualTo(newer);
        }
    }

    private static ProcessInstance instance(String caseNumber) {
        return the(RuntimeService.class)
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .processDefinitionKey("refund")
                .singleResult();
    }

    /** The timers of the case that an executor would run now. */
    private static List<String> due(String caseNumber) {
        ManagementService jobs = the(ManagementService.class);
        return jobs.createJobQuery().processInstanceId(instance(caseNumber).getId()).executable().list().stream()
                .map(job -> jobs.createJobDefinitionQuery()
                        .jobDefinitionId(job.getJobDefinitionId())
                        .singleResult()
                        .getActivityId())
                .toList();
    }

    private long told(NoticeKind kind) {
        return the(Notices.class).of(inReview).stream()
                .filter(notice -> notice.kind() == kind && notice.step().equals("sourceReview"))
                .count();
    }

    private static String aRefund() throws Exception {
        return desk().start("zuoqi.hallIntake", "refund", anApplication());
    }

    private static void suspend(String caseNumber) throws Exception {
        desk().send(
                        "zuoqi.taxSource",
                        "suspensionRequested",
                        caseNumber,
                        Map.of(
                                "suspensionReason", "INSPECTION",
                                "documentNo", "左旗税稽〔2026〕7号",
                                "plannedEnd", "2026-12-10"));
        desk().complete(
                        "zuoqi.leaderOnDuty",
                        caseNumber,
                        "approveSuspension",
                        Map.of("suspensionApproved", "true", "opinion", "同意"));
    }

    private static void resume(String caseNumber) throws Exception {
        desk().complete("zuoqi.taxSource", caseNumber, "resumeCase", Map.of("resumeReason", "检查已结束"));
    }

    private static void sign(String alsoOff) {
        CalendarImports imports = the(CalendarImports.class);
        imports.draft(List.of(TestYears.changed2026(alsoOff)), "alxa.levyAdmin")
                .forEach(id -> imports.sign(id, "alxa.camunda-admin", "测试"));
    }

    private static DeadlineClock clock(String caseNumber, String step) {
        return deadlines().openClocks(caseNumber).stream()
                .filter(open -> open.step().equals(step))
                .findFirst()
                .orElseThrow();
    }

    private static TestDesk desk() {
        return the(TestDesk.class);
    }

    private static Deadlines deadlines() {
        return the(Deadlines.class);
    }

    private static void itIs(String localTime) {
        the(TestClock.class).set(localTime);
    }

    private static Instant at(String localTime) {
        return LocalDateTime.parse(localTime)
                .atZone(the(TestClock.class).getZone())
                .toInstant();
    }
}
