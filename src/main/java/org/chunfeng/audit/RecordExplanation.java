package org.chunfeng.audit;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.springframework.stereotype.Component;

/** Records what the late handler has to say (申辩). */
@Component
class RecordExplanation implements JavaDelegate {

    private final AuditCases audits;
    private final CaseEvents events;

    RecordExplanation(AuditCases audits, CaseEvents events) {
        this.audits = audits;
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission explanation = SubmissionVariable.in(step);
        String caseNumber = step.getProcessBusinessKey();
        audits.explain(caseNumber, explanation);
        events.record(
                caseNumber,
                explanation.actor().userId(),
                explanation.step(),
                explanation.text("cause"),
                explanation.text("explanation"));
    }
}
