package org.chunfeng.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.repository.Deployment;
import org.chunfeng.ChunfengTest;
import org.chunfeng.TestPeople;
import org.chunfeng.TinyProcess;
import org.chunfeng.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What every process has in common at both doors: rules, counties, and that work is done by whoever took it. */
@ChunfengTest
class EntryTest {

    private static final String GOOD =
            "{\"variables\":{\"opinion\":{\"value\":\"同意\"}},\"withVariablesInReturn\":false}";
    private static final String BAD = "{\"variables\":{\"opinion\":{\"value\":\"\"}}}";
    private static final String PLANTED =
            "{\"variables\":{\"opinion\":{\"value\":\"同意\"},\"approved\":{\"value\":\"true\"}}}";

    @Autowired
    private TestPeople people;

    @Autowired
    private TinyProcess tiny;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private AuthorizationService authorizations;

    private Deployment deployment;
    private Authorization grant;

    @BeforeEach
    void deploy() {
        deployment = tiny.deploy();
        grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setResource(Resources.PROCESS_DEFINITION);
        grant.setResourceId(TinyProcess.KEY);
        grant.setGroupId("hallIntake");
        grant.addPermission(Permissions.CREATE_INSTANCE);
        authorizations.saveAuthorization(grant);
    }

    @AfterEach
    void remove() {
        authorizations.deleteAuthorization(grant.getId());
        repository.deleteDeployment(deployment.getId(), true);
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedStartIsAnswered400WithEveryWrongFieldInChinese(Door door) {
        Visitor clerk = door.visitor(people, "zuoqi.hallIntake");

        for (String route : new String[] {"/start", "/submit-form"}) {
            HttpResponse<String> answer = clerk.post(door.path("/process-definition/key/tiny" + route), BAD);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body())
                    .contains("\"type\":\"Refused\"", "\"field\":\"opinion\"", "\"label\":\"意见\"", "意见")
                    .doesNotContain("ENGINE-", "Exception");
        }
        HttpResponse<String> planted = clerk.post(door.path("/process-definition/key/tiny/start"), PLANTED);
        assertThat(planted.statusCode()).isEqualTo(400);
        assertThat(planted.body()).contains("\"field\":\"approved\"");
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey(TinyProcess.KEY)
                        .count())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource
    void nothingBeginsInTheMiddle(Door door) {
        Visitor clerk = door.visitor(people, "zuoqi.hallIntake");
        String atTheTask = "{'type':'startBeforeActivity','activityId':'look'}";
        List<String> ways = List.of(
                atTheTask,
                "{'type':'startAfterActivity','activityId':'asked'}",
                "{'type':'startBeforeActivity','activityId':'asked'}," + atTheTask);

        for (String way : ways) {
            String sent = "{'businessKey':'R-152923-2026-000001','startInstructions':[%s],"
                    .formatted(way)
                    .replace('\'', '"');
            HttpResponse<String> answer =
                    clerk.post(door.path("/process-definition/key/tiny/start"), sent + GOOD.substring(1));

            assertThat(answer.statusCode()).as(way + answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("不能从这里开始或继续办理");
        }
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey(TinyProcess.KEY)
                        .count())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource
    void whoMayNotStartIsRefused(Door door) {
        HttpResponse<String> answer = door.visitor(people, "zuoqi.revenueAccounting")
                .post(door.path("/process-definition/key/tiny/start"), GOOD);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource
    void aCaseIsSeenByItsCountyAndThePrefectureOnly(Door door) {
        String task = startedIn("zuoqi", door);

        assertThat(seenBy("zuoqi.taxSource", task, door)).isEqualTo(200);
        assertThat(seenBy("youqi.taxSource", task, door)).isEqualTo(404);
        assertThat(seenBy("alxa.audit", task, door)).isEqualTo(200);
        assertThat(seenBy("alxa.ops", task, door)).isNotEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void anotherCountyReachesNothingOfACase(Door door) {
        String task = startedIn("zuoqi", door);
        Visitor stranger = door.visitor(people, "youqi.taxSource");

        assertThat(stranger.get(door.path("/task?processDefinitionKey=tiny")).body())
                .isEqualTo("[]");
        assertThat(stranger.get(door.path("/task/count?processDefinitionKey=tiny"))
                        .body())
                .contains("\"count\":0");
        assertThat(stranger.get(door.path("/history/task?processDefinitionKey=tiny"))
                        .body())
                .isEqualTo("[]");
        assertThat(stranger.get(door.path("/process-instance?processDefinitionKey=tiny"))
                        .body())
                .isEqualTo("[]");
        assertThat(stranger.post(door.path("/task/" + task + "/claim"), "{\"userId\":\"youqi.taxSource\"}")
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> answer = stranger.post(door.path("/task/" + task + "/complete"), GOOD);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(answer.body()).contains("您没有办理这件事的权限");
        assertThat(tasks.createTaskQuery().taskId(task).taskUnassigned().count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhoTookTheTaskCompletesIt(Door door) {
        String task = startedIn("zuoqi", door);
        Visitor colleague = door.visitor(people, "zuoqi.taxSource2");
        Visitor assignee = door.visitor(people, "zuoqi.taxSource");
        assignee.post(door.path("/task/" + task + "/claim"), "{\"userId\":\"zuoqi.taxSource\"}");

        for (String route : new String[] {"/complete", "/submit-form"}) {
            HttpResponse<String> answer = colleague.post(door.path("/task/" + task + route), GOOD);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
            assertThat(answer.body()).contains("只有任务的办理人才能提交");
        }
        assertThat(colleague.post(door.path("/task/" + task + "/unclaim"), "").body())
                .contains("只有任务的办理人才能放回");
        HttpResponse<String> refused = assignee.post(door.path("/task/" + task + "/submit-form"), BAD);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(assignee.post(door.path("/task/" + task + "/submit-form"), GOOD)
                        .statusCode())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @EnumSource
    void whoTookATaskPutsItBack(Door door) {
        String task = startedIn("zuoqi", door);
        Visitor assignee = door.visitor(people, "zuoqi.taxSource");
        assignee.post(door.path("/task/" + task + "/claim"), "{\"userId\":\"zuoqi.taxSource\"}");

        HttpResponse<String> answer = assignee.post(door.path("/task/" + task + "/unclaim"), "");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(tasks.createTaskQuery().taskId(task).taskUnassigned().count())
                .isEqualTo(1);
        assertThat(assignee.post(door.path("/task/" + task + "/assignee"), "{\"userId\":\"zuoqi.taxSource2\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource
    void aTaskIsTakenForOneselfOnly(Door door) {
        String task = startedIn("zuoqi", door);

        HttpResponse<String> answer = door.visitor(people, "zuoqi.taxSource")
                .post(door.path("/task/" + task + "/claim"), "{\"userId\":\"zuoqi.taxSource2\"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(answer.body()).contains("只能由本人认领");
    }

    @ParameterizedTest
    @EnumSource
    void aTaskThatIsTakenOrGoneIsRefusedInChinese(Door door) {
        String task = startedIn("zuoqi", door);
        tasks.setAssignee(task, "zuoqi.taxSource2");
        Visitor clerk = door.visitor(people, "zuoqi.taxSource");

        HttpResponse<String> taken =
                clerk.post(door.path("/task/" + task + "/claim"), "{\"userId\":\"zuoqi.taxSource\"}");
        HttpResponse<String> gone = clerk.post(door.path("/task/4711/complete"), GOOD);

        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(409);
        assertThat(taken.body()).contains("该任务已被他人认领");
        assertThat(gone.statusCode()).as(gone.body()).isEqualTo(404);
        assertThat(gone.body()).contains("它可能已经办结");
    }

    private String startedIn(String bureau, Door door) {
        HttpResponse<String> answer = door.visitor(people, bureau + ".hallIntake")
                .post(door.path("/process-definition/key/tiny/start"), GOOD);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"tenantId\":\"" + bureau + "\"");
        return tasks.createTaskQuery()
                .processDefinitionKey(TinyProcess.KEY)
                .singleResult()
                .getId();
    }

    private int seenBy(String userId, String task, Door door) {
        return door.visitor(people, userId).get(door.path("/task/" + task)).statusCode();
    }
}
