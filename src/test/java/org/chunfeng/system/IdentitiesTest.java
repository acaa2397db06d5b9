package org.chunfeng.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.task.Task;
import org.chunfeng.ChunfengTest;
import org.chunfeng.TestPeople;
import org.chunfeng.casefile.Bureaus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.mock.env.MockEnvironment;

@ChunfengTest
class IdentitiesTest {

    @Autowired
    private TestPeople people;

    @Autowired
    private IdentityService identities;

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private FilterService filters;

    @Autowired
    private TaskService tasks;

    @Autowired
    private Bureaus bureaus;

    @Autowired
    private MessageSource messages;

    @Autowired
    private OneNodeAtATime nodes;

    @Autowired
    private Identities kept;

    @Test
    void everyDepartmentAndBureauHasItsChineseName() {
        assertThat(identities.createGroupQuery().list())
                .extracting(Group::getId, Group::getName)
                .contains(tuple("hallIntake", "办税服务厅"), tuple("audit", "督查内审科"), tuple("camunda-admin", "系统管理员"))
                .hasSize(11);
        assertThat(identities.createTenantQuery().list())
                .extracting(Tenant::getId)
                .containsExactlyInAnyOrder("alxa", "zuoqi", "youqi", "ejina", "gaoxin", "wulanbuhe", "tengger");
    }

    @Test
    void aSecondStartChangesNothing() {
        long grants = authorizations.createAuthorizationQuery().count();
        long kinds = filters.createFilterQuery().count();

        new Identities(identities, authorizations, bureaus, messages, nodes);
        new RoleFilters(filters, tasks, messages, nodes);

        assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(grants);
        assertThat(filters.createFilterQuery().count()).isEqualTo(kinds);
    }

    @Test
    void twoNodesMayStartAtTheSameTime() throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        Callable<Object> start = () -> {
            new Identities(identities, authorizations, bureaus, messages, nodes);
            return new RoleFilters(filters, tasks, messages, nodes);
        };

        List<Future<Object>> started = both.invokeAll(List.of(start, start));
        both.shutdown();

        assertThat(started).allSatisfy(Future::get);
    }

    @ParameterizedTest
    @EnumSource
    void everybodyFindsTheReadyMadeFilters(Door door) {
        var clerk = door.visitor(people, "ejina.policy");

        assertThat(clerk.get(door.path("/filter?resourceType=Task")).body())
                .contains("我的待办", "本部门待办", "今日到期", "已超期", "加急", "\"refresh\":false");
        for (Filter filter : filters.createFilterQuery().list()) {
            for (String way : List.of("/list?firstResult=0&maxResults=15", "/count")) {
                var answer = clerk.get(door.path("/filter/" + filter.getId() + way));
                assertThat(answer.statusCode())
                        .as(filter.getName() + answer.body())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void theReadyMadeFiltersFindWhatTheySay() throws Exception {
        people.account("ejina.policy2");
        String mine = task("ejina.policy2", null);
        String unclaimed = task(null, "policy");
        try {
            assertThat(found(RoleFilter.MINE)).contains(mine).doesNotContain(unclaimed);
            assertThat(found(RoleFilter.DEPARTMENT)).contains(unclaimed).doesNotContain(mine);
        } finally {
            tasks.deleteTasks(List.of(mine, unclaimed), true);
        }
    }

    @Test
    void withoutAnAdministratorTheStartAsksForOne() {
        List<String> admins = identities.createUserQuery().memberOfGroup("camunda-admin").list().stream()
                .map(user -> user.getId())
                .toList();
        assertThat(admins).contains("admin");
        admins.forEach(user -> identities.deleteMembership(user, "camunda-admin"));
        try {
            assertThatThrownBy(() -> new FirstAdmin(identities, kept, nodes, new MockEnvironment(), "admin", ""))
                    .isInstanceOf(MissingSettings.class)
                    .hasMessageContaining("CHUNFENG_ADMIN_PASSWORD");

            new FirstAdmin(identities, kept, nodes, new MockEnvironment(), "admin", TestPeople.PASSWORD);
            assertThat(identities
                            .createUserQuery()
                            .memberOfGroup("camunda-admin")
                            .list())
                    .extracting(user -> user.getId())
                    .containsExactly("admin");
        } finally {
            admins.stream()
                    .filter(user -> !user.equals("admin"))
                    .forEach(user -> identities.createMembership(user, "camunda-admin"));
        }
    }

    private String task(String assignee, String group) {
        var task = tasks.newTask();
        task.setName("filtered");
        task.setTenantId("ejina");
        task.setAssignee(assignee);
        tasks.saveTask(task);
        if (group != null) {
            tasks.addCandidateGroup(task.getId(), group);
        }
        return task.getId();
    }

    private List<String> found(RoleFilter wanted) throws Exception {
        String filter = filters.createFilterQuery().list().stream()
                .filter(one -> wanted.key().equals(one.getProperties().get("roleFilter")))
                .findFirst()
                .orElseThrow()
                .getId();
        return people.as(
                "ejina.policy2",
                () -> filters.<Task>list(filter).stream()
                        .map(task -> task.getId())
                        .toList());
    }
}
