package org.chunfeng.overpayment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.springframework.stereotype.Component;

/** Records the second pair of eyes before money goes out. */
@Component
class RecordRefundDecision implements JavaDelegate {

    private final CaseEvents events;
    private final HandOverTo handOver;

    RecordRefundDecision(CaseEvents events, HandOverTo handOver) {
        this.events = events;
        this.handOver = handOver;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission decision = SubmissionVariable.in(step);
        boolean agreed = decision.flag("refundConfirmed");
        events.record(
                step.getProcessBusinessKey(),
                decision.actor().userId(),
                decision.step(),
                agreed ? "CONFIRMED" : "DENIED",
                decision.text("opinion"));
        OverpaymentProcess.REFUND_AGREED.set(step, agreed);
        if (!agreed) {
            handOver.group(step, "taxSource", OverpaymentProcess.RECLASSIFY);
        }
    }
}
