package org.chunfeng.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.repository.Deployment;
import org.chunfeng.ChunfengTest;
import org.chunfeng.TestDesk;
import org.chunfeng.TestPeople;
import org.chunfeng.TinyProcess;
import org.chunfeng.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What a candidate group may do with a task, although the engine does not look up what nobody can have yet. */
@ChunfengTest
class TaskGrantsTest {

    private static final String DOOR = "/engine-rest/task/";

    @Autowired
    private TinyProcess tiny;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private TaskService tasks;

    @Autowired
    private AuthorizationService grants;

    @Autowired
    private TestDesk desk;

    @Autowired
    private TestPeople people;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private JdbcClient jdbc;

    private Deployment deployed;
    private Authorization mayStart;
    private String task;

    @BeforeEach
    void start() throws Exception {
        deployed = tiny.deploy();
        mayStart = grants.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        mayStart.setResource(Resources.PROCESS_DEFINITION);
        mayStart.setResourceId(TinyProcess.KEY);
        mayStart.setGroupId("hallIntake");
        mayStart.addPermission(Permissions.CREATE_INSTANCE);
        grants.saveAuthorization(mayStart);
        desk.start("youqi.hallIntake", TinyProcess.KEY, Map.of("opinion", "请看"));
        task = tasks.createTaskQuery()
                .processDefinitionKey(TinyProcess.KEY)
                .singleResult()
                .getId();
    }

    @AfterEach
    void remove() {
        grants.deleteAuthorization(mayStart.getId());
        repository.deleteDeployment(deployed.getId(), true);
    }

    @Test
    void everyCandidateGroupOfANewTaskIsGrantedItOnceAndNobodyElseIs() {
        assertThat(granted())
                .extracting(Authorization::getGroupId)
                .containsExactlyInAnyOrder("taxSource", "hallIntake");
        assertThat(granted()).allSatisfy(grant -> {
            assertThat(grant.getUserId()).isNull();
            assertThat(grant.isPermissionGranted(Permissions.READ)).isTrue();
            assertThat(grant.isPermissionGranted(Permissions.TASK_WORK)).isTrue();
            assertThat(grant.isPermissionGranted(Permissions.UPDATE)).isFalse();
            assertThat(grant.isPermissionGranted(Permissions.DELETE)).isFalse();
        });
    }

    @Test
    void theyReachItInTheirOwnCountyOnly() {
        assertThat(status("youqi.hallIntake")).isEqualTo(200);
        assertThat(status("youqi.taxSource")).isEqualTo(200);
        assertThat(status("ejina.hallIntake")).isEqualTo(404);
        assertThat(status("ejina.taxSource")).isEqualTo(404);
        assertThat(status("youqi.revenueAccounting")).isIn(403, 404);
    }

    @Test
    void aGrantThatIsThereIsFoundAndNotMadeTwice() {
        tasks.deleteCandidateGroup(task, "taxSource");
        tasks.addCandidateGroup(task, "taxSource");
        tasks.addCandidateGroup(task, "audit");

        assertThat(granted())
                .extracting(Authorization::getGroupId)
                .containsExactlyInAnyOrder("taxSource", "hallIntake", "audit");
    }

    @Test
    void takenTwiceByOnePersonInOneMomentItIsTakenOnceAndNothingHasFailed() {
        String account = people.account("youqi.taxSource");
        Visitor elsewhere = people.withPassword(account);

        HttpResponse<String> second = Objects.requireNonNull(transactions.execute(first -> {
                    claim(account);
                    var waiting = CompletableFuture.supplyAsync(
                            () -> elsewhere.post(DOOR + task + "/claim", "{\"userId\":\"%s\"}".formatted(account)));
                    untilSomebodyWaits();
                    return waiting;
                }))
                .join();

        assertThat(second.statusCode()).as(second.body()).isEqualTo(409);
        assertThat(second.body()).contains("\"type\":\"Refused\"").doesNotContain("Exception");
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isEqualTo(account);
    }

    private void claim(String account) {
        try {
            desk.claim(account, task);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void untilSomebodyWaits() {
        Instant latest = Instant.now().plusSeconds(20);
        while (jdbc.sql("select count(*) from pg_locks where not granted and locktype = 'transactionid'")
                        .query(Long.class)
                        .single()
                == 0) {
            assertThat(Instant.now()).as("nobody waits").isBefore(latest);
        }
    }

    private int status(String user) {
        return people.withPassword(user).get(DOOR + task).statusCode();
    }

    private List<Authorization> granted() {
        return grants.createAuthorizationQuery()
                .resourceType(Resources.TASK)
                .resourceId(task)
                .list();
    }
}
