package org.chunfeng.audit;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records a breach for each escalating clock of the case that is overdue; a second run finds nothing to record. */
@Component
class RecordBreach implements JavaDelegate {

    private final Ladder ladder;

    RecordBreach(Ladder ladder) {
        this.ladder = ladder;
    }

    @Override
    public void execute(DelegateExecution step) {
        ladder.climb(step.getProcessBusinessKey(), rung -> rung.isBeforeDue() || rung.action() == Action.RECORD_BREACH);
    }
}
