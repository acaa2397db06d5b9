package org.chunfeng.suspension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chunfeng.refund.RefundFixture.anApplication;
import static org.chunfeng.refund.RefundFixture.with;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.chunfeng.ChunfengTest;
import org.chunfeng.TestClock;
import org.chunfeng.TestDesk;
import org.chunfeng.TestPeople;
import org.chunfeng.Visitor;
import org.chunfeng.deadline.Budget;
import org.chunfeng.deadline.DeadlineClock;
import org.chunfeng.deadline.Deadlines;
import org.chunfeng.deadline.SuspensionRecord;
import org.chunfeng.deadline.Suspensions;
import org.chunfeng.engine.Refused;
import org.chunfeng.notice.NoticeKind;
import org.chunfeng.notice.NoticeRecord;
import org.chunfeng.notice.Notices;
import org.chunfeng.notice.Recipient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way through suspension.bpmn, called by a refund. */
@ChunfengTest
class SuspensionProcessTest {

    private static final String CLERK = "zuoqi.hallIntake";
    private static final String REQUESTER = "zuoqi.taxSource";
    private static final String LEADER = "zuoqi.leaderOnDuty";
    private static final Map<String, Object> YES = Map.of("suspensionApproved", "true", "opinion", "同意");
    private static final String A_REQUEST =
            "{\"suspensionReason\":\"RISK_TASK\",\"documentNo\":\"7号\",\"plannedEnd\":\"2021-04-30\"}";
    private static final Map<String, Object> RESUMED = Map.of("resumeReason", "检查已结束");

    @Autowired
    private TestDesk desk;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestPeople people;

    @Autowired
    private IdentityService identities;

    @Autowired
    private FilterService filters;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private Suspensions suspensions;

    @Autowired
    private Notices notices;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService engine;

    @Autowired
    private ManagementService jobs;

    @BeforeEach
    void setTheClock() {
        clock.set("2021-04-06T10:00");
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void example16ASuspensionGivesItsWorkingDaysBackAndNothingFiresMeanwhile() throws Exception {
        String number = desk.start(CLERK, "refund", anApplication());
        deadlines.changeBudget(clock(number, "promise").id(), Budget.workingDays(5), "示例16");
        assertThat(clock(number, "promise").dueAt()).isEqualTo(at("2021-04-13T18:00"));

        clock.set("2021-04-08T10:00");
        request(number, aRequest());
        desk.complete(LEADER, number, "approveSuspension", YES);

        assertThat(clock(number, "promise").suspended()).isTrue();
        assertThat(clock(number, "promise").dueAt()).isNull();
        everythingAgrees(number);
        clock.set("2021-04-12T18:30");
        assertThat(firing(number)).isEmpty();

        clock.set("2021-04-13T09:00");
        desk.complete(REQUESTER, number, "resumeCase", RESUMED);

        assertThat(clock(number, "promise").dueAt()).isEqualTo(at("2021-04-16T18:00"));
        assertThat(clock(number, "sourceReview").dueAt()).isEqualTo(at("2021-04-15T18:00"));
        everythingAgrees(number);
        assertThat(firing(number)).noneMatch(job -> activity(job).endsWith("Overdue"));
        assertThat(desk.openSteps(number)).containsExactly("reviewRefund");
    }

    @Test
    void example18OverlappingSuspensionsAreUnited() throws Exception {
        clock.set("2021-06-07T10:00");
        String number = desk.start(CLERK, "refund", with(anApplication(), "materialsPresent", "applicationForm"));
        assertThat(clock(number, "supplementMaterials").dueAt()).isEqualTo(at("2021-06-22T18:00"));

        clock.set("2021-06-09T10:00");
        request(number, aRequest("plannedEnd", "2021-06-16"));
        desk.complete(LEADER, number, "approveSuspension", YES);
        Task first = desk.task(number, "resumeCase");
        clock.set("2021-06-11T10:00");
        request(number, aRequest("plannedEnd", "2021-06-18", "documentNo", "左旗税稽〔2021〕8号"));
        desk.complete(LEADER, number, "approveSuspension", YES);
        clock.set("2021-06-16T09:00");
        complete(REQUESTER, first, RESUMED);

        assertThat(clock(number, "supplementMaterials").dueAt()).isNull();
        clock.set("2021-06-18T09:00");
        desk.complete(REQUESTER, number, "resumeCase", RESUMED);

        assertThat(clock(number, "supplementMaterials").dueAt()).isEqualTo(at("2021-06-30T18:00"));
        everythingAgrees(number);
    }

    @Test
    void aRequestThatIsDeclinedChangesNothingAndIsAnswered() throws Exception {
        String number = desk.start(CLERK, "refund", anApplication());
        Instant due = clock(number, "promise").dueAt();
        request(number, aRequest());

        desk.complete(LEADER, number, "approveSuspension", Map.of("suspensionApproved", "false", "opinion", "事由不足"));

        assertThat(clock(number, "promise").dueAt()).isEqualTo(due);
        assertThat(desk.openSteps(number)).containsExactly("reviewRefund");
        assertThat(notices.of(number))
                .filteredOn(notice -> notice.kind() == NoticeKind.DECISION)
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.recipient().id()).isEqualTo(REQUESTER);
                    assertThat(notice.body()).contains("事由不足");
                });
    }

    @Test
    void nobodyApprovesTheOwnRequestEvenAmongOthers() throws Exception {
        String leadingReviewer = people.account("zuoqi.taxSource7");
        if (identities.createGroupQuery().groupMember(leadingReviewer).count() == 1) {
            identities.createMembership(leadingReviewer, "leaderOnDuty");
        }
        String number = desk.start(CLERK, "refund", anApplication());
        request(leadingReviewer, number, aRequest());
        Task own = desk.task(number, "approveSuspension");

        assertThatThrownBy(() -> complete(leadingReviewer, own, YES))
                .hasRootCauseInstanceOf(Refused.class)
                .hasStackTraceContaining("申请人不能审批自己的中止申请");
        request(number, aRequest("documentNo", "左旗税稽〔2021〕9号"));
        assertThatThrownBy(() -> complete(leadingReviewer, own, YES))
                .isInstanceOf(Refused.class)
                .hasStackTraceContaining("申请人不能审批自己的中止申请");

        assertThat(suspensions.ofCase(number)).hasSize(2).allMatch(SuspensionRecord::isPending);
    }

    @Test
    void thePlannedEndRemindsTheRequesterAndTheLeaderOnceAndEndsNothing() throws Exception {
        String number = desk.start(CLERK, "refund", anApplication());
        request(number, aRequest("plannedEnd", "2021-04-12"));
        desk.complete(LEADER, number, "approveSuspension", YES);

        assertThat(desk.task(number, "resumeCase").getDueDate()).isEqualTo(Date.from(at("2021-04-12T18:00")));
        clock.set("2021-04-12T09:00");
        fire(number);
        fire(number);

        assertThat(reminders(number)).containsExactlyInAnyOrder(REQUESTER, "leaderOnDuty");
        assertThat(clock(number, "promise").dueAt()).isNull();
        assertThat(desk.openSteps(number)).containsExactly("resumeCase", "reviewRefund");
    }

    @Test
    void aSuspensionAfterTheDueTimeDoesNotCureTheBreach() throws Exception {
        String number = desk.start(CLERK, "refund", anApplication());
        clock.set("2021-04-13T09:00");
        request(number, aRequest());
        desk.complete(LEADER, number, "approveSuspension", YES);

        assertThat(clock(number, "sourceReview").isOverdue(clock.instant())).isTrue();
        assertThat(clock(number, "sourceReview").dueAt()).isEqualTo(at("2021-04-12T18:00"));
        assertThat(clock(number, "promise").dueAt()).isNull();
    }

    @Test
    void aLimitOfTheLawGivesWayToForceMajeureOnly() throws Exception {
        String number = desk.start(CLERK, "refund", anApplication());
        Instant due = clock(number, "legalLimit").dueAt();
        request(number, aRequest());
        desk.complete(LEADER, number, "approveSuspension", YES);
        assertThat(clock(number, "legalLimit").dueAt()).isEqualTo(due);

        request(number, aRequest("suspensionReason", "FORCE_MAJEURE"));
        desk.complete(LEADER, number, "approveSuspension", YES);

        assertThat(clock(number, "legalLimit").dueAt()).isNull();
    }

    @Test
    void everythingThatIsWrongWithARequestIsSaidAtTheDoor() throws Exception {
        String number = desk.start(CLERK, "refund", anApplication());
        Visitor reviewer = people.signedIn(REQUESTER);
        String door = "/api/cases/" + number + "/suspension";

        var wrong = reviewer.post(
                door, "{\"suspensionReason\":\"STAFF_SHORTAGE\",\"documentNo\":\" \",\"plannedEnd\":\"2021-04-06\"}");

        assertThat(wrong.statusCode()).as(wrong.body()).isEqualTo(400);
        assertThat(wrong.body()).contains("suspensionReason", "文书号：必填", "计划恢复日：须晚于今天");
        assertThat(people.signedIn("youqi.taxSource").post(door, A_REQUEST).statusCode())
                .isEqualTo(404);
        assertThat(people.signedIn("zuoqi.leaderOnDuty").post(door, A_REQUEST).body())
                .contains("您不能对本案办理此事项");
        assertThat(people.signedIn("alxa.taxSource").post(door, A_REQUEST).body())
                .contains("您不能对本案办理此事项");
        assertThat(suspensions.ofCase(number)).isEmpty();
        assertThat(reviewer.post(door, A_REQUEST).statusCode()).isEqualTo(200);
        assertThat(desk.openSteps(number)).containsExactly("approveSuspension", "reviewRefund");
    }

    @Test
    void theCasePageOffersAndShowsASuspension() throws Exception {
        String number = desk.start(CLERK, "refund", anApplication());
        String page = people.signedIn(REQUESTER).get("/cases/" + number).body();
        assertThat(page).contains("data-ask=\"suspension\"", "外地税务机关协查未结");
        assertThat(people.signedIn("alxa.audit").get("/cases/" + number).body()).doesNotContain("data-ask");

        request(number, aRequest());
        desk.complete(LEADER, number, "approveSuspension", YES);

        assertThat(people.signedIn(REQUESTER).get("/cases/" + number).body()).contains("时限中止", "左旗税稽〔2021〕7号", "中止中");
    }

    @Test
    void suspendedTasksHaveAFilterOfTheirOwn() throws Exception {
        String number = desk.start(CLERK, "refund", anApplication());
        String id = desk.task(number, "reviewRefund").getId();
        Filter filter = filters.createFilterQuery().filterName("已中止").singleResult();
        assertThat(people.as("alxa.audit", () -> filters.list(filter.getId())))
                .extracting("id")
                .doesNotContain(id);

        request(number, aRequest());
        desk.complete(LEADER, number, "approveSuspension", YES);

        assertThat(people.as("alxa.audit", () -> filters.list(filter.getId())))
                .extracting("id")
                .contains(id);
    }

    @Test
    void aCaseThatIsWithdrawnWhileSuspendedLeavesNothingBehind() throws Exception {
        String number = desk.start(CLERK, "refund", anApplication());
        request(number, aRequest());
        desk.complete(LEADER, number, "approveSuspension", YES);

        desk.send(CLERK, "refundWithdrawn", number, Map.of("withdrawReason", "纳税人撤回"));

        assertThat(desk.isRunning(number)).isFalse();
        assertThat(deadlines.openClocks(number)).isEmpty();
    }

    @Test
    void nobodyStartsASuspensionByItself() {
        assertThatThrownBy(() -> people.as("alxa.camunda-admin", () -> engine.startProcessInstanceByKey("suspension")))
                .isInstanceOf(Refused.class);
    }

    private static Map<String, Object> aRequest(Object... changes) {
        return with(
                Map.of(
                        "suspensionReason", "INSPECTION",
                        "documentNo", "左旗税稽〔2021〕7号",
                        "plannedEnd", "2021-04-30"),
                changes);
    }

    private void request(String number, Map<String, Object> request) throws Exception {
        request(REQUESTER, number, request);
    }

    private void request(String user, String number, Map<String, Object> request) throws Exception {
        desk.send(user, "suspensionRequested", number, request);
    }

    private void complete(String user, Task task, Map<String, Object> form) throws Exception {
        people.as(user, () -> {
            tasks.claim(task.getId(), user);
            tasks.complete(task.getId(), form);
            return task;
        });
    }

    private DeadlineClock clock(String number, String step) {
        return deadlines.openClocks(number).stream()
                .filter(open -> open.step().equals(step))
                .findFirst()
                .orElseThrow();
    }

    private Instant at(String localTime) {
        return LocalDateTime.parse(localTime).atZone(clock.getZone()).toInstant();
    }

    private List<Job> firing(String number) {
        return instances(number).stream()
                .flatMap(instance -> jobs.createJobQuery().processInstanceId(instance).executable().list().stream())
                .toList();
    }

    private String activity(Job job) {
        return jobs.createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }

    private void fire(String number) {
        firing(number).forEach(job -> jobs.executeJob(job.getId()));
    }

    private List<String> instances(String number) {
        return engine.createProcessInstanceQuery().processInstanceBusinessKey(number).list().stream()
                .map(Execution::getId)
                .toList();
    }

    private List<String> reminders(String number) {
        return notices.of(number).stream()
                .filter(notice -> notice.kind() == NoticeKind.WARNING)
                .map(NoticeRecord::recipient)
                .map(Recipient::id)
                .toList();
    }

    /** Walks all open clocks of the case: task due = timer due = clock due. */
    private void everythingAgrees(String number) {
        for (DeadlineClock open : deadlines.openClocks(number)) {
            Instant due = open.dueAt() == null ? DeadlineClock.NEVER : open.dueAt();
            assertThat(jobs.createJobQuery()
                            .processInstanceId(open.processInstance())
                            .activityId(open.step() + "Overdue")
                            .list())
                    .as(open.step())
                    .extracting(Job::getDuedate)
                    .containsExactly(Date.from(due));
            tasks.createTaskQuery()
                    .processInstanceId(open.processInstance())
                    .taskDefinitionKey(open.step())
                    .list()
                    .forEach(task -> assertThat(task.getDueDate()).isEqualTo(Date.from(due)));
        }
        if (desk.openSteps(number).contains("reviewRefund")) {
            Instant due = clock(number, "sourceReview").dueAt();
            assertThat(desk.task(number, "reviewRefund").getDueDate())
                    .isEqualTo(Date.from(due == null ? DeadlineClock.NEVER : due));
        }
    }
}
