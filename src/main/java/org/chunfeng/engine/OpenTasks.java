package org.chunfeng.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What is open of a case, in whose hands; and the way to take it out of hands that cannot work, into others or none. */
@Component
public class OpenTasks {

    private final TaskService tasks;
    private final RepositoryService models;
    private final IdentityService identities;
    private final Actors actors;

    OpenTasks(
            @Lazy TaskService tasks, @Lazy RepositoryService models, @Lazy IdentityService identities, Actors actors) {
        this.tasks = tasks;
        this.models = models;
        this.identities = identities;
        this.actors = actors;
    }

    /**
     * An open task.
     *
     * @param process the model that it is a step of
     * @param group the department that may take it; empty where it is meant for certain people
     * @param holder who took it; empty while nobody did
     */
    public record Open(String taskId, String process, String step, String group, String holder) {

        /** Whether somebody holds what others of the department could do. */
        public boolean isReleasable() {
            return !holder.isEmpty() && !group.isEmpty();
        }
    }

    /** Whoever may see them. */
    public List<Open> of(String caseNumber) {
        var found = new ArrayList<Open>();
        actors.asSystem(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .orderByTaskCreateTime()
                .asc()
                .list()
                .forEach(task -> found.add(open(task))));
        return found;
    }

    public Optional<Open> find(String caseNumber, String taskId) {
        return of(caseNumber).stream()
                .filter(task -> task.taskId().equals(taskId))
                .findFirst();
    }

    /** The bureau of whoever holds a task; empty when the account is gone. */
    public String bureauOf(String holder) {
        var found = new ArrayList<String>();
        actors.asSystem(() ->
                identities.createTenantQuery().userMember(holder).list().forEach(tenant -> found.add(tenant.getId())));
        return actors.actor(holder, List.of(), found).bureau();
    }

    /** To somebody, or back to the department where that is null; whether it is allowed is for the caller to know. */
    public void give(Open task, @Nullable String holder) {
        actors.asSystem(() -> tasks.setAssignee(task.taskId(), holder));
    }

    private Open open(Task task) {
        String group = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(id -> id != null)
                .findFirst()
                .orElse("");
        String holder = task.getAssignee() == null ? "" : task.getAssignee();
        String process =
                models.getProcessDefinition(task.getProcessDefinitionId()).getKey();
        return new Open(task.getId(), process, task.getTaskDefinitionKey(), group, holder);
    }
}
