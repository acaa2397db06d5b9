package org.chunfeng.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ExecutionQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Which cases wait at a user task or at a called process that has no clock of its own, whoever may see them. */
@Component
public class WaitingCases {

    /** How many values the engine is given in one question. */
    private static final int AT_ONCE = 1000;

    private final RuntimeService processes;
    private final TaskService tasks;
    private final Actors actors;

    WaitingCases(@Lazy RuntimeService processes, @Lazy TaskService tasks, Actors actors) {
        this.processes = processes;
        this.tasks = tasks;
        this.actors = actors;
    }

    /** How many there are in a bureau, or in all where it is empty. */
    public long count(String process, String place, String bureau) {
        return ask(process, place, bureau, ExecutionQuery::count);
    }

    /** The case numbers of some of them. */
    public List<String> page(String process, String place, String bureau, int first, int most) {
        List<String> instances =
                ask(
                                process,
                                place,
                                bureau,
                                query -> query.orderByProcessInstanceId().asc().listPage(first, most))
                        .stream()
                        .map(Execution::getProcessInstanceId)
                        .toList();
        return instances.isEmpty() ? List.of() : caseNumbers(instances);
    }

    /** At which user tasks these cases wait: their numbers by task. */
    public Map<String, Set<String>> among(String process, List<String> caseNumbers) {
        var found = new HashMap<String, Set<String>>();
        actors.asSystem(() -> {
            for (int from = 0; from < caseNumbers.size(); from += AT_ONCE) {
                int to = Math.min(from + AT_ONCE, caseNumbers.size());
                collect(process, caseNumbers.subList(from, to), found);
            }
        });
        return found;
    }

    private void collect(String process, List<String> caseNumbers, Map<String, Set<String>> found) {
        List<Task> open = tasks.createTaskQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKeyIn(caseNumbers.toArray(String[]::new))
                .list();
        if (open.isEmpty()) {
            return;
        }
        Map<String, String> numbers = processes
                .createProcessInstanceQuery()
                .processInstanceIds(
                        open.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet()))
                .list()
                .stream()
                .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
        open.forEach(task -> found.computeIfAbsent(task.getTaskDefinitionKey(), any -> new HashSet<>())
                .add(numbers.get(task.getProcessInstanceId())));
    }

    private List<String> caseNumbers(List<String> instances) {
        var found = new ArrayList<String>();
        actors.asSystem(() -> found.addAll(
                processes.createProcessInstanceQuery().processInstanceIds(Set.copyOf(instances)).list().stream()
                        .map(ProcessInstance::getBusinessKey)
                        .sorted()
                        .collect(Collectors.toList())));
        return found;
    }

    private <T> T ask(String process, String place, String bureau, Function<ExecutionQuery, T> question) {
        var answer = new ArrayList<T>();
        actors.asSystem(() -> {
            ExecutionQuery query = processes
                    .createExecutionQuery()
                    .processDefinitionKey(process)
                    .activityId(place);
            answer.add(question.apply(bureau.isEmpty() ? query : query.tenantIdIn(bureau)));
        });
        return answer.get(0);
    }
}
