package org.chunfeng.audit;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Opens an accountability case for every breach of the case that has none yet, and tells those whom the ladder names for
 * the due time; the late step itself goes on.
 */
@Component
class OpenAudit implements JavaDelegate {

    private final Ladder ladder;

    OpenAudit(Ladder ladder) {
        this.ladder = ladder;
    }

    @Override
    public void execute(DelegateExecution step) {
        ladder.climb(step.getProcessBusinessKey(), Rung::isUpToDue);
    }
}
