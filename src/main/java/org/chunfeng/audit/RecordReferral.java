package org.chunfeng.audit;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.springframework.stereotype.Component;

/** Records the referral (提请) by 征管科. */
@Component
class RecordReferral implements JavaDelegate {

    private final AuditCases audits;
    private final CaseEvents events;

    RecordReferral(AuditCases audits, CaseEvents events) {
        this.audits = audits;
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission referral = SubmissionVariable.in(step);
        String caseNumber = step.getProcessBusinessKey();
        audits.refer(caseNumber, referral);
        events.record(caseNumber, referral.actor().userId(), referral.step(), "REFERRED_ON", referral.text("opinion"));
    }
}
