package org.chunfeng.casepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.chunfeng.ChunfengTest;
import org.chunfeng.TestClock;
import org.chunfeng.TestDesk;
import org.chunfeng.TestPeople;
import org.chunfeng.engine.OpenTasks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A leader takes a task out of the hands of somebody who cannot work, with a reason, on record. */
@ChunfengTest
class HandsOnTest {

    private static final String LEADER = "tengger.leaderOnDuty";
    private static final String ILL = "tengger.taxSource";
    private static final String COLLEAGUE = "tengger.taxSource2";

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDesk desk;

    @Autowired
    private TestClock clock;

    @Autowired
    private OpenTasks tasks;

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
        assertThat(page).contains("任务收回", "承办人住院", "收回任务");
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
                .doesNotContain("收回任务");
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
