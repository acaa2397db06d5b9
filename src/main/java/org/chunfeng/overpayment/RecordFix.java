package org.chunfeng.overpayment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.springframework.stereotype.Component;

/** Records that a corrected declaration made the overpayment disappear. */
@Component
class RecordFix implements JavaDelegate {

    private final Overpayments overpayments;
    private final CaseEvents events;

    RecordFix(Overpayments overpayments, CaseEvents events) {
        this.overpayments = overpayments;
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission settlement = SubmissionVariable.in(step);
        String caseNumber = step.getProcessBusinessKey();
        overpayments.settle(caseNumber, settlement);
        events.record(caseNumber, settlement.actor().userId(), settlement.step(), "FIXED", settlement.text("opinion"));
    }
}
