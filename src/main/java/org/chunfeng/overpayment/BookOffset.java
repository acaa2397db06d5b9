package org.chunfeng.overpayment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.springframework.stereotype.Component;

/** Books what was offset against arrears or the next period (工作规程 §22). */
@Component
class BookOffset implements JavaDelegate {

    private final Overpayments overpayments;
    private final CaseEvents events;

    BookOffset(Overpayments overpayments, CaseEvents events) {
        this.overpayments = overpayments;
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission settlement = SubmissionVariable.in(step);
        String caseNumber = step.getProcessBusinessKey();
        overpayments.settle(caseNumber, settlement);
        events.record(caseNumber, settlement.actor().userId(), settlement.step(), "OFFSET", settlement.text("opinion"));
    }
}
