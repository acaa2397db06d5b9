package org.chunfeng.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The models as they are deployed, in their newest version: their drawings, and the places where work waits. */
@Component
public class ProcessModels {

    /** A timer of this ending is attached to whatever has a clock of its own. */
    private static final String OVERDUE = "Overdue";

    private static final Pattern DUE_AT = Pattern.compile("dueAt\\(execution, *'(\\w+)'\\)");

    private final RepositoryService repository;
    private final Actors actors;

    ProcessModels(@Lazy RepositoryService repository, Actors actors) {
        this.repository = repository;
        this.actors = actors;
    }

    /** A model by its process id, with its Chinese name. */
    public record Model(String process, String name) {}

    /**
     * A place where a case may wait.
     *
     * @param within the sub-process around it; empty at the top
     * @param calls the process that is called from here; empty for other places
     * @param clock the step whose clock counts here: its own, or the one that its task takes the due date from; else empty
     */
    public record Place(String id, String name, String within, String calls, String clock) {

        public boolean clocked() {
            return clock.equals(id);
        }
    }

    /** Every model, by name. */
    public List<Model> all() {
        return newest().stream()
                .map(one -> new Model(one.getKey(), one.getName()))
                .toList();
    }

    public Optional<Model> find(String process) {
        return all().stream().filter(one -> one.process().equals(process)).findFirst();
    }

    /** The model as XML, as it was deployed. */
    public byte[] drawing(String process) {
        var content = new ArrayList<byte[]>();
        actors.asSystem(() -> content.add(read(definition(process))));
        return content.get(0);
    }

    /** Whether cases begin at this step, so that there is none yet. */
    boolean begins(String process, String step) {
        var found = new ArrayList<StartEvent>();
        actors.asSystem(() -> newest().stream()
                .filter(one -> one.getKey().equals(process))
                .map(one ->
                        repository.getBpmnModelInstance(one.getId()).<ModelElementInstance>getModelElementById(step))
                .filter(element -> element instanceof StartEvent && element.getParentElement() instanceof Process)
                .forEach(element -> found.add((StartEvent) element)));
        return !found.isEmpty();
    }

    /** Its user tasks, called processes and clocked sub-processes, in the order of the model. */
    public List<Place> places(String process) {
        var found = new ArrayList<Place>();
        actors.asSystem(() -> {
            BpmnModelInstance model =
                    repository.getBpmnModelInstance(definition(process).getId());
            Process root = model.getModelElementById(process);
            collect(model, root.getFlowElements(), "", found);
        });
        return found;
    }

    private void collect(BpmnModelInstance model, Collection<FlowElement> elements, String within, List<Place> found) {
        for (FlowElement element : elements) {
            boolean clocked = model.getModelElementById(element.getId() + OVERDUE) != null;
            String own = clocked ? element.getId() : "";
            if (element instanceof UserTask task) {
                found.add(place(element, within, "", clocked ? own : clockOf(task)));
            } else if (element instanceof CallActivity call) {
                found.add(place(element, within, call.getCalledElement(), own));
            } else if (element instanceof SubProcess inner) {
                if (clocked) {
                    found.add(place(element, within, "", own));
                }
                collect(model, inner.getFlowElements(), element.getName(), found);
            }
        }
    }

    /** The step whose clock says when the task is due. */
    private static String clockOf(UserTask task) {
        String dueDate = task.getCamundaDueDate();
        Matcher due = DUE_AT.matcher(dueDate == null ? "" : dueDate);
        return due.find() ? due.group(1) : "";
    }

    private static Place place(FlowElement element, String within, String calls, String clock) {
        return new Place(element.getId(), element.getName(), within, calls, clock);
    }

    private List<ProcessDefinition> newest() {
        var found = new ArrayList<ProcessDefinition>();
        actors.asSystem(() -> found.addAll(repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .orderByProcessDefinitionKey()
                .desc()
                .list()));
        return found;
    }

    private ProcessDefinition definition(String process) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult();
    }

    private byte[] read(ProcessDefinition definition) {
        try (InputStream content = repository.getProcessModel(definition.getId())) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The model %s cannot be read".formatted(definition.getKey()), e);
        }
    }
}
