package org.chunfeng.overpayment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.engine.Actors;
import org.springframework.stereotype.Component;

/** The called refund's outcome decides: paid or refused settles the overpayment, a withdrawn one is classified again. */
@Component
class RecordRefundOutcome implements JavaDelegate {

    private final CalledRefunds refunds;
    private final CaseEvents events;
    private final HandOverTo handOver;

    RecordRefundOutcome(CalledRefunds refunds, CaseEvents events, HandOverTo handOver) {
        this.refunds = refunds;
        this.events = events;
        this.handOver = handOver;
    }

    @Override
    public void execute(DelegateExecution step) {
        String caseNumber = step.getProcessBusinessKey();
        CaseFile refund = refunds.latestOf(caseNumber);
        String outcome = String.valueOf(refund.outcome());
        events.record(caseNumber, Actors.SYSTEM, "refundOverpayment", outcome, refund.caseNumber());
        boolean settled = Settlement.byRefund(outcome).isPresent();
        OverpaymentProcess.SETTLED.set(step, settled);
        if (!settled) {
            handOver.group(step, "taxSource", OverpaymentProcess.RECLASSIFY);
        }
    }
}
