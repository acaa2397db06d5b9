package org.chunfeng.audit;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells what is to be told before a clock of the case is due, once a clock (事前提醒, plan measure 33). */
@Component
class SendWarning implements JavaDelegate {

    private final Ladder ladder;

    SendWarning(Ladder ladder) {
        this.ladder = ladder;
    }

    @Override
    public void execute(DelegateExecution step) {
        ladder.climb(step.getProcessBusinessKey(), Rung::isBeforeDue);
    }
}
