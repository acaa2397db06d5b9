package org.chunfeng.audit;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.engine.Actors;
import org.springframework.stereotype.Component;

/** Records that the time to explain passed without a word. */
@Component
class RecordSilence implements JavaDelegate {

    private final AuditCases audits;
    private final CaseEvents events;

    RecordSilence(AuditCases audits, CaseEvents events) {
        this.audits = audits;
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution step) {
        String caseNumber = step.getProcessBusinessKey();
        audits.noteSilence(caseNumber);
        events.record(caseNumber, Actors.SYSTEM, "explainDelay", "SILENT", "");
    }
}
