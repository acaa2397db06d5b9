package org.chunfeng.casepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.chunfeng.ChunfengTest;
import org.chunfeng.TestClock;
import org.chunfeng.TestDesk;
import org.chunfeng.TestPeople;
import org.chunfeng.Visitor;
import org.chunfeng.casefile.CaseEvent;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.engine.OpenTasks;
import org.chunfeng.notice.Notices;
import org.chunfeng.refund.RefundFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A leader takes a task out of the hands of somebody who cannot work, into others or none, with a reason, on record. */
@ChunfengTest
class HandsOnTest {

    private static final String LEADER = "tengger.leaderOnDuty";
    private static final String ILL = "tengger.taxSource";
    private static final String COLLEAGUE = "tengger.taxSource2";
    private static final Map<String, Object> APPROVAL =
            RefundFixture.with(RefundFixture.anApproval(), "approvedAmount", "321.00");

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDesk desk;

    @Autowired
    private TestClock clock;

    @Autowired
    private OpenTasks tasks;

    @Autowired
    private TaskService engine;

    @Autowired
    private CaseEvents events;

    @Autowired
    private Notices notices;

    @Autowired
    private JdbcClient jdbc;

    private String caseNumber = "";
    private String taskId = "";

    @BeforeEach
    void somebodyIllHoldsATask() throws Exception {
        clock.set("2021-04-07T10:00");
        caseNumber = desk.start("tengger.hallIntake", "refund", CasePageFixture.anApplication());
        Task task = desk.task(caseNumber, "reviewRefund");
        taskId = task.getId();
        desk.claim(ILL, taskId);
    }

    @AfterEach
    void letTimeRun() {
        clock.reset();
    }

    @Test
    void theLeaderReleasesItAndAColleagueGoesOn() throws Exception {
        people.signedIn(LEADER).submit(release(), Map.of("reason", "承办人住院"));
        desk.claim(COLLEAGUE, taskId);

        String page = people.signedIn(LEADER).page("/cases/" + caseNumber).body();
        assertThat(page).contains("任务收回", "承办人住院", "收回或转交任务");
        assertThat(tasks.of(caseNumber)).extracting(OpenTasks.Open::holder).containsExactly(COLLEAGUE);
        assertThat(handOvers()).contains("taxSource");
    }

    @Test
    void nobodyElseMayReleaseIt() {
        assertThat(people.signedIn(COLLEAGUE)
                        .submit(release(), Map.of("reason", "我来办"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(people.signedIn("alxa.leaderOnDuty")
                        .submit(release(), Map.of("reason", "我来办"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(people.signedIn("youqi.leaderOnDuty")
                        .submit(release(), Map.of("reason", "我来办"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(tasks.of(caseNumber)).extracting(OpenTasks.Open::holder).containsExactly(ILL);
        assertThat(people.signedIn(COLLEAGUE).page("/cases/" + caseNumber).body())
                .contains("当前环节")
                .doesNotContain("收回或转交任务");
    }

    @Test
    void aReasonIsNeededAndWhatNobodyHoldsIsNotReleased() {
        assertThat(people.signedIn(LEADER)
                        .submit(release(), Map.of("reason", " "))
                        .statusCode())
                .isEqualTo(400);
        people.signedIn(LEADER).submit(release(), Map.of("reason", "承办人住院"));

        assertThat(people.signedIn(LEADER)
                        .submit(release(), Map.of("reason", "再来一次"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void whoeverHoldsItAgainIsReleasedAndToldOfAgain() throws Exception {
        people.signedIn(LEADER).submit(release(), Map.of("reason", "承办人住院"));
        desk.claim(ILL, taskId);
        people.signedIn(LEADER).submit(release(), Map.of("reason", "又住院"));

        assertThat(handOvers()).containsExactly("taxSource", "taxSource");
    }

    @Test
    void aPageThatHasGrownOldTakesItFromNobodyElse() throws Exception {
        people.account(COLLEAGUE, "苏日娜");
        Visitor leader = people.signedIn(LEADER);
        assertThat(leader.page("/cases/" + caseNumber).body()).contains("name=\"from\" value=\"" + ILL + "\"");
        leader.submit(release(), Map.of("from", ILL, "to", COLLEAGUE, "reason", "承办人住院"));

        var answer = people.signedIn(LEADER).submit(release(), Map.of("from", ILL, "reason", "承办人住院"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("现由苏日娜承办");
        assertThat(tasks.of(caseNumber)).extracting(OpenTasks.Open::holder).containsExactly(COLLEAGUE);
    }

    @Test
    void theLeaderHandsItToANamedColleagueWhoGoesOn() throws Exception {
        people.account(ILL, "那顺");
        people.account(COLLEAGUE, "苏日娜");

        people.signedIn(LEADER).submit(release(), Map.of("to", COLLEAGUE, "reason", "承办人住院"));

        assertThat(tasks.of(caseNumber)).extracting(OpenTasks.Open::holder).containsExactly(COLLEAGUE);
        assertThat(people.signedIn(LEADER).page("/cases/" + caseNumber).body()).contains("任务转交", "由那顺转交苏日娜；原因：承办人住院");
        assertThat(handOvers()).containsExactly(COLLEAGUE);
        assertThat(people.signedIn(COLLEAGUE).page("/notices").body()).contains("承办人住院", caseNumber);
        people.as(COLLEAGUE, () -> {
            engine.complete(taskId, APPROVAL);
            return taskId;
        });
        assertThat(desk.openSteps(caseNumber)).containsExactly("approveRefund");
    }

    @Test
    void clickedFourTimesAtOnceItIsHandedOnOnce() {
        people.account(COLLEAGUE);
        List<Visitor> browsers =
                Stream.generate(() -> people.signedIn(LEADER)).limit(4).toList();

        List<Integer> answers = browsers.stream()
                .map(browser -> CompletableFuture.supplyAsync(
                        () -> browser.submit(release(), Map.of("to", COLLEAGUE, "reason", "承办人住院"))
                                .statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).containsOnly(302);
        assertThat(handOvers()).containsExactly(COLLEAGUE);
        assertThat(events.of(caseNumber)).extracting(CaseEvent::action).containsOnlyOnce("HANDED_ON");
    }

    @Test
    void whoeverReviewedIsNotOfferedTheApprovalNorTakenForIt() throws Exception {
        people.account("tengger.taxSource3");
        desk.complete(ILL, caseNumber, "reviewRefund", APPROVAL);
        taskId = desk.task(caseNumber, "approveRefund").getId();
        desk.claim(COLLEAGUE, taskId);

        String page = people.signedIn(LEADER).page("/cases/" + caseNumber).body();
        int refused = people.signedIn(LEADER)
                .submit(release(), Map.of("to", ILL, "reason", "承办人出差"))
                .statusCode();

        assertThat(page)
                .contains(choice("tengger.taxSource3"))
                .doesNotContain(choice(ILL), choice(COLLEAGUE), choice("alxa.taxSource"), choice("youqi.taxSource"));
        assertThat(refused).isEqualTo(400);
        assertThat(tasks.of(caseNumber)).extracting(OpenTasks.Open::holder).containsExactly(COLLEAGUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"youqi.taxSource", "alxa.taxSource", "tengger.hallIntake", "nobody"})
    void itGoesToNobodyWhoMayNotDoIt(String somebody) {
        if (somebody.contains(".")) {
            people.account(somebody);
        }

        var answer = people.signedIn(LEADER).submit(release(), Map.of("to", somebody, "reason", "承办人住院"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(tasks.of(caseNumber)).extracting(OpenTasks.Open::holder).containsExactly(ILL);
    }

    @Test
    void whoeverWorkedOnWhatHeWasGivenHasTakenNote() {
        people.account(COLLEAGUE);
        people.signedIn(LEADER).submit(release(), Map.of("to", COLLEAGUE, "reason", "承办人住院"));
        clock.set("2021-04-07T16:00");
        assertThat(unacknowledged()).contains(COLLEAGUE);

        events.record(caseNumber, COLLEAGUE, "reviewRefund", "APPROVE", "");

        assertThat(unacknowledged()).doesNotContain(COLLEAGUE);
    }

    private List<String> unacknowledged() {
        return notices.unacknowledged(Instant.parse("2021-04-07T08:00:00Z")).stream()
                .filter(one -> caseNumber.equals(one.caseNumber()))
                .map(one -> one.recipient().id())
                .toList();
    }

    private static String choice(String account) {
        return "<option value=\"%s\"".formatted(account);
    }

    private String release() {
        return "/cases/%s/tasks/%s/release".formatted(caseNumber, taskId);
    }

    private List<String> handOvers() {
        return jdbc.sql("select recipient from notice where case_number = ? and dedupe_key like '%released-%'")
                .param(caseNumber)
                .query(String.class)
                .list();
    }
}
