package org.chunfeng.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.chunfeng.ChunfengTest;
import org.chunfeng.OwnApplication;
import org.chunfeng.TestPeople;
import org.chunfeng.Visitor;
import org.chunfeng.overpayment.BenchDoor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * How long a county's reviewer waits for each ready-made task list, as Tasklist asks for it, and for the home page, while
 * very many tasks are open in four counties. Not part of the build: {@code mvn test -Dtest=TaskListBench
 * -Dbench.tasks=200000}.
 */
@ChunfengTest
@OwnApplication
@TestPropertySource(properties = "chunfeng.report.count-every=P1D")
class TaskListBench {

    private static final int TASKS = Integer.getInteger("bench.tasks", 200_000);
    private static final int REQUESTS = Integer.getInteger("bench.requests", 100);
    private static final int WARM_UP = 20;
    private static final int WANTED = 100;
    private static final String REVIEWER = "zuoqi.taxSource";
    private static final String MOST_URGENT_FIRST = "{\"sorting\":[{\"sortBy\":\"dueDate\",\"sortOrder\":\"asc\"}]}";
    private static final String[] COUNTIES = {"阿拉善左旗税务局", "阿拉善右旗税务局", "额济纳旗税务局", "腾格里税务局"};

    @Autowired
    private ApplicationContext application;

    @Autowired
    private TestPeople people;

    @Autowired
    private FilterService filters;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcClient sql;

    @Test
    void measure() throws Exception {
        Path list = OverpaidRows.list("task", TASKS, LocalDate.now(), 300, COUNTIES);
        assertThat(new BenchDoor(application).load(list)).isEqualTo(TASKS);
        people.as(REVIEWER, () -> claimSome());
        sql.sql("vacuum analyze").update();

        Map<String, Double> p95 = lists(people.signedIn(REVIEWER));

        p95.forEach((what, taken) -> System.out.printf("BENCH p95 %-24s %7.1f ms%n", what, taken));
        assertSoftly(softly ->
                p95.forEach((what, taken) -> softly.assertThat(taken).as(what).isLessThan(WANTED)));
    }

    private int claimSome() {
        List<Task> some =
                tasks.createTaskQuery().taskCandidateGroup("taxSource").listPage(0, 40);
        some.forEach(task -> tasks.claim(task.getId(), REVIEWER));
        return some.size();
    }

    private Map<String, Double> lists(Visitor reviewer) {
        reviewer.get("/camunda/app/tasklist/default/");
        var found = new LinkedHashMap<String, Double>();
        for (Filter filter : filters.createFilterQuery().list()) {
            String address = "/camunda/api/engine/engine/default/filter/" + filter.getId();
            found.put(
                    filter.getName() + ", list",
                    p95(() -> reviewer.post(address + "/list?firstResult=0&maxResults=15", MOST_URGENT_FIRST)));
            found.put(filter.getName() + ", count", p95(() -> reviewer.post(address + "/count", "{}")));
        }
        String cards = tasks.createTaskQuery().taskAssignee(REVIEWER).listPage(0, 15).stream()
                .map(Task::getId)
                .collect(Collectors.joining(","));
        found.put("clocks of the cards", p95(() -> reviewer.get("/api/tasks/clocks?ids=" + cards)));
        System.out.printf("BENCH p95 %-24s %7.1f ms, counts all of them%n", "home page", p95(() -> reviewer.page("/")));
        return found;
    }

    private static double p95(Supplier<HttpResponse<String>> request) {
        double[] taken = IntStream.range(0, WARM_UP + REQUESTS)
                .mapToDouble(i -> once(request))
                .skip(WARM_UP)
                .sorted()
                .toArray();
        return taken[Math.min(taken.length - 1, taken.length * 95 / 100)];
    }

    private static double once(Supplier<HttpResponse<String>> request) {
        long start = System.nanoTime();
        HttpResponse<String> answer = request.get();
        double taken = (System.nanoTime() - start) / 1e6;
        assertThat(answer.statusCode()).isEqualTo(200);
        return taken;
    }
}
