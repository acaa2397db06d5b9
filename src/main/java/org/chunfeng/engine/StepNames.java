package org.chunfeng.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The Chinese names of steps, as the models have them. */
@Component
public class StepNames {

    private final RepositoryService models;
    private final Actors actors;
    private final Map<String, Map<String, String>> byProcess = new ConcurrentHashMap<>();

    StepNames(@Lazy RepositoryService models, Actors actors) {
        this.models = models;
        this.actors = actors;
    }

    /** The label of a step in the newest model of its process, or its id where the model has none. */
    public String of(String process, String step) {
        return byProcess.computeIfAbsent(process, this::read).getOrDefault(step, step);
    }

    private Map<String, String> read(String process) {
        Map<String, String> names = new ConcurrentHashMap<>();
        actors.asSystem(() -> {
            ProcessDefinition newest = models.createProcessDefinitionQuery()
                    .processDefinitionKey(process)
                    .latestVersion()
                    .singleResult();
            if (newest != null) {
                names.putAll(namesIn(models.getBpmnModelInstance(newest.getId())));
            }
        });
        return names;
    }

    private static Map<String, String> namesIn(BpmnModelInstance model) {
        return model.getModelElementsByType(FlowElement.class).stream()
                .filter(element ->
                        element.getName() != null && !element.getName().isBlank())
                .collect(Collectors.toMap(FlowElement::getId, FlowElement::getName, (first, second) -> first));
    }
}
