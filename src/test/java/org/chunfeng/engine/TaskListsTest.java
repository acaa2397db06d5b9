package org.chunfeng.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.chunfeng.ChunfengTest;
import org.chunfeng.TestDesk;
import org.chunfeng.TestPeople;
import org.chunfeng.refund.RefundFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The ready-made lists hold what the engine itself would answer, for everybody; only sooner. */
@ChunfengTest
class TaskListsTest {

    /** True of every task, and no question that we answer: so the engine answers it. */
    private static final String NO_NAME = "没有这样的任务";

    @Autowired
    private FilterService filters;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService engine;

    @Autowired
    private TestDesk desk;

    @Autowired
    private TestPeople people;

    private Task addressed;

    @BeforeEach
    void work() throws Exception {
        for (String bureau : List.of("youqi", "ejina")) {
            for (int i = 0; i < 3; i++) {
                desk.start(bureau + ".hallIntake", "refund", RefundFixture.anApplication());
            }
        }
        people.as("youqi.taxSource", () -> {
            List<Task> found = departmentOf("taxSource").list();
            tasks.claim(found.get(0).getId(), "youqi.taxSource");
            return found;
        });
        addressed = people.as(
                "ejina.taxSource",
                () -> departmentOf("taxSource").listPage(0, 1).get(0));
        tasks.addCandidateUser(addressed.getId(), people.account("ejina.revenueAccounting"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "youqi.hallIntake",
                "youqi.taxSource",
                "youqi.taxSource2",
                "ejina.taxSource",
                "ejina.leaderOnDuty",
                "ejina.revenueAccounting",
                "alxa.levyAdmin",
                "alxa.audit",
                "alxa.ops"
            })
    void everyListIsWhatTheEngineWouldAnswer(String account) throws Exception {
        people.as(account, () -> {
            for (Filter filter : filters.createFilterQuery().list()) {
                List<Task> asked = filters.list(filter.getId(), byDueDate());
                List<Task> known = filters.list(filter.getId(), byDueDate().taskNameNotEqual(NO_NAME));

                assertThat(asked)
                        .as(filter.getName())
                        .extracting(Task::getId)
                        .containsExactlyInAnyOrderElementsOf(ids(known));
                assertThat(asked)
                        .extracting(Task::getDueDate)
                        .isSortedAccordingTo(Comparator.nullsLast(Comparator.<Date>naturalOrder()));
                assertThat(filters.count(filter.getId())).as(filter.getName()).isEqualTo(known.size());
            }
            return account;
        });
    }

    @Test
    void askedForWhatHasNoNumberItAnswersNothing() throws Exception {
        List<Task> found = people.as(
                "youqi.taxSource2",
                () -> departmentOf("taxSource").processInstanceBusinessKey("").list());

        assertThat(found).isEmpty();
    }

    @Test
    void everySearchFindsWhatTheEngineWouldFind() throws Exception {
        List<UnaryOperator<TaskQuery>> searches = searches();

        people.as("ejina.taxSource", () -> {
            for (UnaryOperator<TaskQuery> search : searches) {
                List<String> asked = ids(search.apply(tasks.createTaskQuery()).list());
                List<String> known = ids(search.apply(tasks.createTaskQuery())
                        .taskNameNotEqual(NO_NAME)
                        .list());

                assertThat(asked).isNotEmpty().containsExactlyInAnyOrderElementsOf(known);
            }
            return 0;
        });
    }

    private List<UnaryOperator<TaskQuery>> searches() {
        String instance = addressed.getProcessInstanceId();
        String number = engine.createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getBusinessKey();
        return List.of(
                query -> query.processInstanceId(instance),
                query -> query.processInstanceBusinessKey(number),
                query -> query.processInstanceBusinessKeyLike("%" + number.substring(number.length() - 6)),
                query -> query.processInstanceBusinessKeyLike("R\\-152923%"),
                query -> query.taskName(addressed.getName()),
                query -> query.taskNameLike(addressed.getName().charAt(0) + "%"),
                query -> query.taskDefinitionKey(addressed.getTaskDefinitionKey()));
    }

    @Test
    void whatSomebodyHoldsIsInHisListAndOutOfTheDepartments() throws Exception {
        Task held = people.as(
                "youqi.taxSource",
                () -> tasks.createTaskQuery()
                        .taskAssignee("youqi.taxSource")
                        .listPage(0, 1)
                        .get(0));

        List<String> colleagues = people.as(
                "youqi.taxSource2", () -> ids(departmentOf("taxSource").list()));

        assertThat(colleagues).isNotEmpty().doesNotContain(held.getId());
    }

    @Test
    void whatIsMeantForSomebodyAloneIsInHisList() throws Exception {
        List<String> found = people.as(
                "ejina.revenueAccounting",
                () -> ids(tasks.createTaskQuery()
                        .taskInvolvedUser("ejina.revenueAccounting")
                        .list()));

        assertThat(found).contains(addressed.getId());
    }

    @Test
    void noCountyFindsTheTasksOfAnother() throws Exception {
        List<Task> found =
                people.as("ejina.taxSource", () -> departmentOf("taxSource").list());

        assertThat(found).isNotEmpty().extracting(Task::getTenantId).containsOnly("ejina");
    }

    @Test
    void nobodyFindsTheTasksOfAnotherDepartment() throws Exception {
        List<Task> found =
                people.as("youqi.leaderOnDuty", () -> departmentOf("taxSource").list());

        assertThat(found).isEmpty();
    }

    @Test
    void pagesFollowOneAnotherWithoutGapsInEveryOrder() throws Exception {
        people.as("youqi.taxSource2", () -> {
            for (TaskQuery order : orders()) {
                List<String> all = ids(order.list());

                List<String> paged = Stream.iterate(0, first -> first < all.size(), first -> first + 2)
                        .flatMap(first -> ids(order.listPage(first, 2)).stream())
                        .toList();

                assertThat(paged).isEqualTo(all).hasSizeGreaterThan(1);
            }
            return 0;
        });
    }

    private List<TaskQuery> orders() {
        return List.of(
                departmentOf("taxSource").orderByDueDate().desc(),
                departmentOf("taxSource")
                        .orderByTaskPriority()
                        .desc()
                        .orderByTaskCreateTime()
                        .asc(),
                departmentOf("taxSource").orderByTaskName().asc());
    }

    private TaskQuery byDueDate() {
        return tasks.createTaskQuery().orderByDueDate().asc();
    }

    private TaskQuery departmentOf(String group) {
        return tasks.createTaskQuery().taskCandidateGroup(group).taskUnassigned();
    }

    private static List<String> ids(List<Task> tasks) {
        return tasks.stream().map(Task::getId).toList();
    }
}
