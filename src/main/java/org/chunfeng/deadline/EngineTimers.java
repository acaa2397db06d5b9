package org.chunfeng.deadline;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.chunfeng.engine.Actors;
import org.chunfeng.engine.EngineWork;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Moves the engine's timers and due dates to where the clocks are. While a clock stands still they carry
 * {@link DeadlineClock#NEVER}, so that nothing fires then and nothing fires at once on resumption.
 */
@Component
class EngineTimers {

    private final ManagementService jobs;
    private final TaskService tasks;
    private final ShownClocks shown;
    private final Actors actors;
    private final EngineWork work;
    private final Map<String, String> activities = new ConcurrentHashMap<>();

    EngineTimers(
            @Lazy ManagementService jobs, @Lazy TaskService tasks, ShownClocks shown, Actors actors, EngineWork work) {
        this.jobs = jobs;
        this.tasks = tasks;
        this.shown = shown;
        this.actors = actors;
        this.work = work;
    }

    void project(Collection<DeadlineClock> moved) {
        Map<String, List<DeadlineClock>> byInstance = moved.stream()
                .filter(clock -> clock.processInstance() != null)
                .collect(Collectors.groupingBy(DeadlineClock::processInstance));
        if (!byInstance.isEmpty()) {
            actors.asSystem(() -> work.inOneGo(() -> project(byInstance)));
        }
    }

    private void project(Map<String, List<DeadlineClock>> byInstance) {
        for (Job timer : timers(byInstance.keySet())) {
            String activity = activityOf(timer);
            for (DeadlineClock clock : byInstance.get(timer.getProcessInstanceId())) {
                if (activity.equals(clock.step() + "Overdue")) {
                    move(timer, clock.dueAtOrNever());
                } else if (activity.equals(clock.step() + "Warning")) {
                    move(timer, clock.warnAtOrNever());
                }
            }
        }
        for (Task task : tasksOf(byInstance.keySet())) {
            Map<String, DeadlineClock> clocks = byInstance.get(task.getProcessInstanceId()).stream()
                    .collect(Collectors.toMap(DeadlineClock::step, Function.identity(), (first, second) -> second));
            DeadlineClock clock = clocks.get(stepOf(task));
            if (clock != null) {
                tasks.setDueDate(task.getId(), Date.from(clock.dueAtOrNever()));
            }
        }
    }

    private void move(Job timer, Instant to) {
        if (!Date.from(to).equals(timer.getDuedate())) {
            jobs.setJobDuedate(timer.getId(), Date.from(to));
        }
    }

    private List<Job> timers(Set<String> instances) {
        return jobs.createJobQuery().processInstanceIds(instances).timers().list();
    }

    private List<Task> tasksOf(Set<String> instances) {
        return tasks.createTaskQuery()
                .processInstanceIdIn(instances.toArray(String[]::new))
                .list();
    }

    private String activityOf(Job timer) {
        return activities.computeIfAbsent(
                timer.getJobDefinitionId(),
                id -> jobs.createJobDefinitionQuery()
                        .jobDefinitionId(id)
                        .singleResult()
                        .getActivityId());
    }

    private String stepOf(Task task) {
        String step = shown.stepOf(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
        return step == null ? "" : step;
    }

    /** Who has the work of this clock in hand: the assignees of the tasks that show it; empty when nobody took one. */
    String handlerOf(DeadlineClock clock) {
        if (clock.processInstance() == null) {
            return "";
        }
        var handlers = new TreeSet<String>();
        actors.asSystem(() -> tasksOf(Set.of(clock.processInstance())).stream()
                .filter(task -> clock.step().equals(stepOf(task)) && task.getAssignee() != null)
                .forEach(task -> handlers.add(task.getAssignee())));
        return String.join(",", handlers);
    }
}
