package org.chunfeng.engine;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Checks what comes in at every door of every process, by the rules declared beside the process, and takes it out of the
 * engine: the next service task finds it as the transient variable {@code submission}, nothing of it is stored as a
 * variable, so that nobody can plant one.
 */
@Component
class EntryGuard {

    private final Checks checks;
    private final Actors actors;
    private final Clock clock;

    EntryGuard(Checks checks, Actors actors, Clock clock) {
        this.checks = checks;
        this.actors = actors;
        this.clock = clock;
    }

    /** A start event or a message that was received. */
    void enter(DelegateExecution execution, String process, String step) {
        Actor actor = actors.current();
        if (checks.rules(process, step).internal() && !actor.isSystem()) {
            throw checks.refuse(403, "notByHand");
        }
        admit(execution, process, step, execution.getProcessBusinessKey(), actor);
    }

    /** A user task that is being completed: only by its assignee. */
    void complete(DelegateTask task, String process) {
        Actor actor = actors.current();
        if (!actor.isSystem() && !actor.userId().equals(task.getAssignee())) {
            throw checks.refuse(403, "onlyTheAssignee");
        }
        DelegateExecution execution = task.getExecution();
        admit(execution, process, task.getTaskDefinitionKey(), execution.getProcessBusinessKey(), actor);
    }

    /** A user task that gets an assignee: people take tasks for themselves, not for others. */
    void assign(DelegateTask task) {
        Actor actor = actors.current();
        boolean forAnother = task.getAssignee() != null && !task.getAssignee().equals(actor.userId());
        if (forAnother && !actor.isSystem()) {
            throw checks.refuse(403, "onlyForYourself");
        }
    }

    /** What nobody at a door may do, with the sentence that tells him so. */
    void ourselvesOnly(String refusal) {
        if (!actors.current().isSystem()) {
            throw checks.refuse(400, refusal);
        }
    }

    private void admit(
            DelegateExecution execution, String process, String step, @Nullable String caseNumber, Actor actor) {
        Map<String, Object> sent = new LinkedHashMap<>(execution.getVariables());
        sent.remove(SubmissionVariable.BUREAU);
        var submission = new Submission(step, caseNumber, actor, LocalDate.now(clock), sent);
        checks.insist(process, submission);
        execution.removeVariables(Set.copyOf(execution.getVariableNames()));
        SubmissionVariable.set(execution, submission);
    }
}
