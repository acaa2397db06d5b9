package org.chunfeng.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.chunfeng.ChunfengTest;
import org.chunfeng.TestPeople;
import org.chunfeng.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Attacks the two holes of this engine for which no fix will appear. */
@ChunfengTest
class EngineHolesTest {

    private static final String ATTACK = "${''.getClass().forName('java.lang.System').getMethods()[0].invoke(null)}";
    private static final String PLAIN = "{\"dueAfterExpression\":\"" + ATTACK + "\"}";
    private static final String NESTED = "{\"orQueries\":[" + PLAIN + "]}";
    private static final String TWICE_NESTED = "{\"orQueries\":[" + NESTED + "]}";
    private static final String HARMLESS = "{\"orQueries\":[{\"dueAfterExpression\":\"${now()}\"}]}";
    private static final List<String> ATTACKS = List.of(PLAIN, NESTED, TWICE_NESTED, HARMLESS);

    @Autowired
    private TestPeople people;

    @Autowired
    private FilterService filters;

    @Autowired
    private TaskService tasks;

    @Autowired
    private IdentityService identities;

    /** CVE-2026-109432. */
    @ParameterizedTest
    @EnumSource
    void noQueryFromOutsideMayCarryAnExpression(Door door) {
        Visitor clerk = door.visitor(people, "zuoqi.hallIntake");
        String filter =
                "/filter/" + filters.createFilterQuery().listPage(0, 1).get(0).getId();

        List<String> ways =
                List.of("/task", "/task/count", filter + "/list", filter + "/count", filter + "/singleResult");
        for (String way : ways) {
            for (String attack : ATTACKS) {
                HttpResponse<String> answer = clerk.post(door.path(way), attack);
                assertThat(answer.statusCode()).as(way + attack + answer.body()).isEqualTo(400);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void honestQueriesWithAlternativesAreAnswered(Door door) {
        Visitor clerk = door.visitor(people, "zuoqi.hallIntake");

        HttpResponse<String> answer = clerk.post(
                door.path("/task/count"), "{\"orQueries\":[{\"assignee\":\"x\",\"name\":\"y\"},{\"name\":\"z\"}]}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** CVE-2026-109432, by way of a filter that is kept: our own code would not get it in either. */
    @Test
    void noFilterMayKeepAnExpressionThatIsNotOnTheList() {
        var harmless = filters.newTaskFilter("harmless");
        harmless.setQuery(tasks.createTaskQuery()
                .or()
                .taskAssigneeExpression("${currentUser()}")
                .endOr());
        var nested = filters.newTaskFilter("nested");
        nested.setQuery(tasks.createTaskQuery().or().dueAfterExpression(ATTACK).endOr());
        var plain = filters.newTaskFilter("plain");
        plain.setQuery(tasks.createTaskQuery().dueAfterExpression("${now().getClass()}"));

        assertThat(refusalOf(() -> filters.saveFilter(harmless))).isEmpty();
        assertThat(refusalOf(() -> filters.saveFilter(nested))).contains("Only these expressions");
        assertThat(refusalOf(() -> filters.saveFilter(plain))).contains("Only these expressions");
        filters.deleteFilter(harmless.getId());
    }

    @ParameterizedTest
    @EnumSource
    void nobodyKeepsAFilterThroughTheDoors(Door door) {
        String filter = "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":" + NESTED + "}";

        Stream.of("zuoqi.hallIntake", "alxa.camunda-admin").forEach(userId -> {
            Visitor visitor = door.visitor(people, userId);
            assertThat(visitor.post(door.path("/filter/create"), filter).statusCode())
                    .isEqualTo(403);
        });
    }

    /** CVE-2026-77226: with no administrator left the engine would let anybody make one. */
    @Test
    void nobodyMakesAnAdministratorByTheSetup() {
        List<String> admins = identities.createUserQuery().memberOfGroup("camunda-admin").list().stream()
                .map(user -> user.getId())
                .toList();
        admins.forEach(user -> identities.deleteMembership(user, "camunda-admin"));
        try {
            String intruder = "{\"profile\":{\"id\":\"intruder\",\"firstName\":\"x\",\"lastName\":\"x\"},"
                    + "\"credentials\":{\"password\":\"" + TestPeople.PASSWORD + "\"}}";
            for (Visitor visitor : List.of(people.nobody(), people.signedIn("zuoqi.hallIntake"))) {
                visitor.get("/camunda/api/admin/auth/user/default");
                for (String way : List.of(
                        "/camunda/api/admin/setup/default/user/create",
                        "/camunda/api/admin/setup/default/user/create/")) {
                    assertThat(visitor.post(way, intruder).statusCode()).isIn(401, 403);
                }
                assertThat(visitor.get("/camunda/app/admin/default/setup/").statusCode())
                        .isIn(302, 403);
            }
            assertThat(identities.createUserQuery().userId("intruder").count()).isZero();
        } finally {
            admins.forEach(user -> identities.createMembership(user, "camunda-admin"));
        }
    }

    private static String refusalOf(Runnable work) {
        try {
            work.run();
            return "";
        } catch (RuntimeException refused) {
            return String.valueOf(refused.getMessage());
        }
    }
}
