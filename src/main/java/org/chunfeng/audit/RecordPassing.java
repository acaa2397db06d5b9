package org.chunfeng.audit;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.engine.Actors;
import org.springframework.stereotype.Component;

/** Records that the referral passed on by itself, because 征管科 did not act in time. */
@Component
class RecordPassing implements JavaDelegate {

    private final AuditCases audits;
    private final CaseEvents events;

    RecordPassing(AuditCases audits, CaseEvents events) {
        this.audits = audits;
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution step) {
        String caseNumber = step.getProcessBusinessKey();
        audits.notePassing(caseNumber);
        events.record(caseNumber, Actors.SYSTEM, "referBreach", "PASSED_ON", "");
    }
}
