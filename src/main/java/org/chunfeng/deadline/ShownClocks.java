package org.chunfeng.deadline;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Which clock a user task shows as its due date, as its model says: {@code ${deadlines.dueAt(execution, 'accounting')}}. */
@Component
class ShownClocks {

    private static final Pattern DUE_AT = Pattern.compile("deadlines\\.dueAt\\(execution, '(\\w+)'\\)");

    private final RepositoryService models;
    private final Map<String, Map<String, String>> byDefinition = new ConcurrentHashMap<>();

    ShownClocks(@Lazy RepositoryService models) {
        this.models = models;
    }

    /** The step whose clock the task shows; null when it shows none. */
    @Nullable
    String stepOf(String processDefinition, String task) {
        return byDefinition.computeIfAbsent(processDefinition, this::read).get(task);
    }

    private Map<String, String> read(String processDefinition) {
        var steps = new HashMap<String, String>();
        for (UserTask task : models.getBpmnModelInstance(processDefinition).getModelElementsByType(UserTask.class)) {
            String dueDate = task.getCamundaDueDate();
            Matcher clock = DUE_AT.matcher(dueDate == null ? "" : dueDate);
            if (clock.find()) {
                steps.put(task.getId(), clock.group(1));
            }
        }
        return steps;
    }
}
