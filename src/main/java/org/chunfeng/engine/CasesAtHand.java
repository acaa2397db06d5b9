package org.chunfeng.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Which case a task belongs to, as far as the engine shows that task to whoever asks. */
@Component
public class CasesAtHand {

    private final TaskService tasks;
    private final RuntimeService processes;
    private final Actors actors;

    CasesAtHand(@Lazy TaskService tasks, @Lazy RuntimeService processes, Actors actors) {
        this.tasks = tasks;
        this.processes = processes;
        this.actors = actors;
    }

    /** An open task and its case; the assignee is empty while nobody took it. */
    public record AtHand(
            String taskId,
            String step,
            String name,
            String caseNumber,
            String assignee,
            @Nullable Instant dueAt) {}

    public Optional<AtHand> of(String taskId) {
        return of(List.of(taskId)).stream().findFirst();
    }

    /** The tasks among these that the engine shows to the one who asks, each with its case. */
    public List<AtHand> of(Collection<String> taskIds) {
        if (taskIds.isEmpty()) {
            return List.of();
        }
        List<Task> visible =
                tasks.createTaskQuery().taskIdIn(taskIds.toArray(String[]::new)).listPage(0, taskIds.size());
        Set<String> instances = visible.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
        Map<String, String> cases = caseNumbers(instances);
        return visible.stream()
                .filter(task -> cases.containsKey(task.getProcessInstanceId()))
                .map(task -> atHand(task, cases.get(task.getProcessInstanceId())))
                .toList();
    }

    /** The open tasks of a case, whoever may see them. */
    public List<AtHand> openTasks(String caseNumber) {
        return asSystem(() -> tasks.createTaskQuery()
                        .processInstanceBusinessKey(caseNumber)
                        .list())
                .stream()
                .map(task -> atHand(task, caseNumber))
                .toList();
    }

    /** Whether a case is running in this process and a bureau that this person reaches. */
    boolean reaches(Actor actor, String process, String caseNumber) {
        return asSystem(() -> processes
                        .createProcessInstanceQuery()
                        .processDefinitionKey(process)
                        .processInstanceBusinessKey(caseNumber)
                        .list())
                .stream()
                .anyMatch(running -> running.getTenantId() != null && actor.reaches(running.getTenantId()));
    }

    private Map<String, String> caseNumbers(Set<String> instances) {
        if (instances.isEmpty()) {
            return Map.of();
        }
        List<ProcessInstance> running = asSystem(() -> processes
                .createProcessInstanceQuery()
                .processInstanceIds(instances)
                .list());
        return running.stream()
                .filter(instance -> instance.getBusinessKey() != null)
                .collect(Collectors.toMap(
                        ProcessInstance::getId,
                        ProcessInstance::getBusinessKey,
                        (first, second) -> first,
                        LinkedHashMap::new));
    }

    private static AtHand atHand(Task task, String caseNumber) {
        String assignee = task.getAssignee() == null ? "" : task.getAssignee();
        Instant dueAt = task.getDueDate() == null ? null : task.getDueDate().toInstant();
        return new AtHand(task.getId(), task.getTaskDefinitionKey(), task.getName(), caseNumber, assignee, dueAt);
    }

    private <T> List<T> asSystem(Supplier<List<T>> query) {
        var found = new java.util.ArrayList<T>();
        actors.asSystem(() -> found.addAll(query.get()));
        return found;
    }
}
