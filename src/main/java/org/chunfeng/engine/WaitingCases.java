package org.chunfeng.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ExecutionQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Which cases wait at a user task or at a called process that has no clock of its own, whoever may see them. */
@Component
public class WaitingCases {

    private final RuntimeService processes;
    private final Actors actors;

    WaitingCases(@Lazy RuntimeService processes, Actors actors) {
        this.processes = processes;
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

    private List<String> caseNumbers(List<String> instances) {
        var found = new ArrayList<String>();
        actors.asSystem(() -> found.addAll(
                processes
                        .createProcessInstanceQuery()
                        .processInstanceIds(java.util.Set.copyOf(instances))
                        .list()
                        .stream()
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
