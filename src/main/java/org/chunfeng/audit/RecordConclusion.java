package org.chunfeng.audit;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.springframework.stereotype.Component;

/** Records what audit concluded; it is recorded, never decided, by the system (四（四）). */
@Component
class RecordConclusion implements JavaDelegate {

    private final AuditCases audits;
    private final CaseEvents events;

    RecordConclusion(AuditCases audits, CaseEvents events) {
        this.audits = audits;
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission conclusion = SubmissionVariable.in(step);
        String caseNumber = step.getProcessBusinessKey();
        audits.conclude(caseNumber, conclusion);
        events.record(
                caseNumber,
                conclusion.actor().userId(),
                conclusion.step(),
                conclusion.text("conclusion"),
                conclusion.text("opinion"));
    }
}
