package org.chunfeng.refund;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.Materials;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.springframework.stereotype.Component;

/** Records whether a leader lets the reviewer ask for papers once more. */
@Component
class RecordReturnPermit implements JavaDelegate {

    private final Materials materials;
    private final CaseEvents events;
    private final HandOver handOver;

    RecordReturnPermit(Materials materials, CaseEvents events, HandOver handOver) {
        this.materials = materials;
        this.events = events;
        this.handOver = handOver;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission permit = SubmissionVariable.in(step);
        String caseNumber = step.getProcessBusinessKey();
        boolean permitted = permit.flag("permitted");
        events.record(
                caseNumber,
                permit.actor().userId(),
                permit.step(),
                permitted ? "PERMITTED" : "DENIED",
                permit.text("opinion"));
        RefundProcess.ALLOWED.set(step, permitted);
        if (!permitted) {
            materials.waiveMissing(caseNumber);
            handOver.to(step, "taxSource", "reviewRefund");
        }
    }
}
