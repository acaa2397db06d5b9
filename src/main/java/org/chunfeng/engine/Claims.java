package org.chunfeng.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the modules that somebody took a task; being given one by somebody else is not taking it. */
@Component
class Claims {

    private final Actors actors;
    private final ApplicationEventPublisher events;

    Claims(Actors actors, ApplicationEventPublisher events) {
        this.actors = actors;
        this.events = events;
    }

    void assigned(DelegateTask task) {
        String userId = actors.current().userId();
        String caseNumber = task.getExecution().getProcessBusinessKey();
        if (userId.equals(task.getAssignee()) && caseNumber != null) {
            events.publishEvent(new TaskClaimed(caseNumber, task.getTaskDefinitionKey(), userId));
        }
    }
}
