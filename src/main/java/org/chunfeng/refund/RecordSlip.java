package org.chunfeng.refund;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.springframework.stereotype.Component;

/** Issues the slip that the accountant filled in. */
@Component
class RecordSlip implements JavaDelegate {

    private final Refunds refunds;
    private final Slips slips;
    private final CaseEvents events;
    private final HandOver handOver;

    RecordSlip(Refunds refunds, Slips slips, CaseEvents events, HandOver handOver) {
        this.refunds = refunds;
        this.slips = slips;
        this.events = events;
        this.handOver = handOver;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission slip = SubmissionVariable.in(step);
        String caseNumber = step.getProcessBusinessKey();
        slips.issue(refunds.get(caseNumber), slip);
        events.record(caseNumber, slip.actor().userId(), slip.step(), "ISSUED", slip.text("remark"));
        handOver.to(step, "revenueAccounting", "checkSlip");
    }
}
