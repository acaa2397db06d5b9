package org.chunfeng.refund;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.springframework.stereotype.Component;

/** Records what came of asking the treasury (RF-9). */
@Component
class RecordChase implements JavaDelegate {

    private final CaseEvents events;

    RecordChase(CaseEvents events) {
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission chase = SubmissionVariable.in(step);
        String caseNumber = step.getProcessBusinessKey();
        events.record(caseNumber, chase.actor().userId(), chase.step(), "CHASED", chase.text("chaseNote"));
    }
}
