package org.chunfeng.refund;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.springframework.stereotype.Component;

/** Records the second pair of eyes: the proposal stands, or goes back. */
@Component
class RecordApproval implements JavaDelegate {

    private final Refunds refunds;
    private final CaseEvents events;
    private final HandOver handOver;

    RecordApproval(Refunds refunds, CaseEvents events, HandOver handOver) {
        this.refunds = refunds;
        this.events = events;
        this.handOver = handOver;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission approval = SubmissionVariable.in(step);
        String caseNumber = step.getProcessBusinessKey();
        String verdict = verdict(approval, refunds.get(caseNumber));
        events.record(
                caseNumber,
                approval.actor().userId(),
                approval.step(),
                verdict.toUpperCase(),
                approval.text("opinion"));
        RefundProcess.VERDICT.set(step, verdict);
        if (verdict.equals("sentBack")) {
            handOver.to(step, "taxSource", "reviewRefund");
        }
        if (verdict.equals("approved")) {
            handOver.to(step, "revenueAccounting", "issueSlip");
        }
    }

    private static String verdict(Submission approval, Refund refund) {
        if (approval.text("approval").equals("SEND_BACK")) {
            return "sentBack";
        }
        return "APPROVE".equals(refund.proposal()) ? "approved" : "refused";
    }
}
