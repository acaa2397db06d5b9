package org.chunfeng.deadline;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records a breach for each escalating clock of the case that is overdue; a second run finds nothing to record. */
@Component
class RecordBreach implements JavaDelegate {

    private final Deadlines deadlines;

    RecordBreach(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public void execute(DelegateExecution step) {
        deadlines.recordBreaches(step.getProcessBusinessKey());
    }
}
