package org.chunfeng.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.chunfeng.ChunfengTest;
import org.chunfeng.TestPeople;
import org.chunfeng.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@ChunfengTest
class EngineDoorsTest {

    /** What would run code, or go around the entry guard, or is checked by no permission. */
    private static final List<String> CLOSED = List.of(
            "POST /deployment/create",
            "POST /deployment/x/redeploy",
            "DELETE /deployment/x",
            "POST /task/x/attachment/create",
            "GET /task/x/attachment",
            "POST /task/x/comment/create",
            "GET /task/x/comment",
            "PUT /task/x/variables/approved",
            "POST /task/x/variables",
            "PUT /process-instance/x/variables/approved",
            "PUT /execution/x/localVariables/approved",
            "POST /task/x/bpmnError",
            "POST /task/x/bpmnEscalation",
            "POST /task/x/assignee",
            "POST /task/x/delegate",
            "POST /task/x/resolve",
            "POST /task/create",
            "PUT /task/x",
            "POST /signal",
            "POST /execution/x/signal",
            "POST /process-instance/x/modification",
            "POST /modification/execute",
            "POST /migration/execute",
            "POST /process-definition/x/restart",
            "POST /process-instance/variables-async",
            "POST /job/x/execute",
            "PUT /job/x/duedate",
            "POST /condition",
            "POST /decision-definition/key/x/evaluate",
            "POST /filter/create",
            "DELETE /process-instance/x");

    @Autowired
    private TestPeople people;

    @Autowired
    private IdentityService identities;

    @ParameterizedTest
    @EnumSource
    void dangerousRoutesAreClosedForClerks(Door door) {
        assertAllClosed(door, door.visitor(people, "zuoqi.hallIntake"));
    }

    @ParameterizedTest
    @EnumSource
    void dangerousRoutesAreClosedForAdministratorsToo(Door door) {
        assertAllClosed(door, door.visitor(people, "alxa.camunda-admin"));
    }

    private void assertAllClosed(Door door, Visitor visitor) {
        for (String route : CLOSED) {
            String[] parts = route.split(" ", 2);
            HttpResponse<String> answer = visitor.send(parts[0], door.path(parts[1]), "{}", "application/json");
            assertThat(answer.statusCode()).as(route).isEqualTo(403);
            assertThat(answer.body()).as(route).contains("\"message\":\"此操作没有开放。\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    void accountsAreForAdministratorsOnly(Door door) {
        Visitor clerk = door.visitor(people, "zuoqi.hallIntake");
        Visitor admin = door.visitor(people, "alxa.camunda-admin");

        assertThat(clerk.get(door.path("/user")).statusCode()).isEqualTo(403);
        assertThat(clerk.get(door.path("/user")).body()).contains("您没有办理这件事的权限");
        assertThat(clerk.get(door.path("/user/zuoqi.hallIntake/profile")).statusCode())
                .isEqualTo(200);
        assertThat(admin.get(door.path("/user?maxResults=1")).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void operatorsReadJobsAndClerksDoNot(Door door) {
        Visitor clerk = door.visitor(people, "zuoqi.hallIntake");
        Visitor operator = door.visitor(people, "alxa.ops");

        assertThat(clerk.get(door.path("/job")).statusCode()).isEqualTo(403);
        assertThat(operator.get(door.path("/job")).statusCode()).isEqualTo(200);
    }

    @Test
    void cockpitIsForOperators() {
        String incidents = "/camunda/api/cockpit/plugin/base/default/incident";

        assertThat(people.signedIn("zuoqi.taxSource").get(incidents).statusCode())
                .isEqualTo(403);
        assertThat(people.signedIn("alxa.ops").get(incidents).statusCode()).isEqualTo(200);
    }

    @Test
    void aSpellingOfTheSamePathOpensNothing() {
        Visitor clerk = people.withPassword("zuoqi.hallIntake");

        for (String spelling : List.of(
                "/engine-rest/%64eployment/create",
                "/engine-rest/deployment/create/",
                "/engine-rest/deployment/create;x=1",
                "/engine-rest/task/../deployment/create",
                "/engine-rest/task/%2e%2e/deployment/create",
                "/engine-rest//deployment/create",
                "/engine-rest/task/x%2f..%2fdeployment",
                "/engine-rest/engine/default/deployment/create",
                "/engine-rest/engine/other/task")) {
            HttpResponse<String> answer = clerk.post(spelling, "{}");
            assertThat(answer.statusCode()).as(spelling).isIn(400, 403);
        }
    }

    @Test
    void theLastAdministratorStays() {
        Visitor admin = people.withPassword("alxa.camunda-admin");
        identities.createUserQuery().memberOfGroup("camunda-admin").list().stream()
                .map(user -> user.getId())
                .filter(user -> !user.equals("alxa.camunda-admin"))
                .forEach(user -> identities.deleteMembership(user, "camunda-admin"));
        try {
            for (String route : List.of(
                    "/group/camunda-admin/members/alxa.camunda-admin",
                    "/user/alxa.camunda-admin",
                    "/group/camunda-admin")) {
                HttpResponse<String> answer = admin.send("DELETE", "/engine-rest" + route, "", "");
                assertThat(answer.statusCode()).as(route).isEqualTo(403);
                assertThat(answer.body()).as(route).contains("最后一名系统管理员");
            }
        } finally {
            identities.createMembership("admin", "camunda-admin");
        }
    }

    @Test
    void whoeverIsDismissedIsOutAtOnce() {
        people.account("youqi.risk");
        Visitor leaving = people.signedIn("youqi.risk");
        assertThat(leaving.get("/v3/api-docs").statusCode()).isEqualTo(200);

        HttpResponse<String> answer =
                people.withPassword("alxa.camunda-admin").send("DELETE", "/engine-rest/user/youqi.risk", "", "");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(leaving.get("/v3/api-docs").statusCode()).isEqualTo(401);
        assertThat(leaving.get("/v3/api-docs").statusCode()).isEqualTo(302);
    }
}
