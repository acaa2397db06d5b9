package org.chunfeng.refund;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.springframework.stereotype.Component;

/** Records the account that the taxpayer named after a return. */
@Component
class RecordCorrection implements JavaDelegate {

    private final Refunds refunds;
    private final CaseEvents events;
    private final HandOver handOver;

    RecordCorrection(Refunds refunds, CaseEvents events, HandOver handOver) {
        this.refunds = refunds;
        this.events = events;
        this.handOver = handOver;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission correction = SubmissionVariable.in(step);
        String caseNumber = step.getProcessBusinessKey();
        refunds.correctAccount(caseNumber, correction);
        events.record(
                caseNumber,
                correction.actor().userId(),
                correction.step(),
                "CORRECTED",
                correction.text("contactNote"));
        handOver.to(step, "taxSource", "confirmAccount");
    }
}
