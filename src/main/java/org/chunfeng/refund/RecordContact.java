package org.chunfeng.refund;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.springframework.stereotype.Component;

/** Records what the region said. */
@Component
class RecordContact implements JavaDelegate {

    private final CaseEvents events;

    RecordContact(CaseEvents events) {
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission contact = SubmissionVariable.in(step);
        String caseNumber = step.getProcessBusinessKey();
        events.record(caseNumber, contact.actor().userId(), contact.step(), "CONTACTED", contact.text("contactLog"));
    }
}
