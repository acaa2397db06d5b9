package org.chunfeng.refund;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.springframework.stereotype.Component;

/** Records the check of a slip by another accountant. */
@Component
class RecordCheck implements JavaDelegate {

    private final Slips slips;
    private final CaseEvents events;
    private final HandOver handOver;

    RecordCheck(Slips slips, CaseEvents events, HandOver handOver) {
        this.slips = slips;
        this.events = events;
        this.handOver = handOver;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission check = SubmissionVariable.in(step);
        String caseNumber = step.getProcessBusinessKey();
        boolean right = check.flag("slipRight");
        events.record(
                caseNumber, check.actor().userId(), check.step(), right ? "RIGHT" : "WRONG", check.text("opinion"));
        RefundProcess.SLIP_PASSED.set(step, right);
        if (right) {
            slips.check(
                    slips.current(caseNumber).orElseThrow().slipNo(),
                    check.actor().userId());
            return;
        }
        handOver.to(step, "revenueAccounting", "issueSlip");
    }
}
