package org.chunfeng.refund;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.springframework.stereotype.Component;

/** Records whether the source department confirms the corrected account. */
@Component
class RecordConfirmation implements JavaDelegate {

    private final CaseEvents events;
    private final HandOver handOver;

    RecordConfirmation(CaseEvents events, HandOver handOver) {
        this.events = events;
        this.handOver = handOver;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission confirmation = SubmissionVariable.in(step);
        String caseNumber = step.getProcessBusinessKey();
        boolean confirmed = confirmation.flag("confirmed");
        events.record(
                caseNumber,
                confirmation.actor().userId(),
                confirmation.step(),
                confirmed ? "CONFIRMED" : "DOUBTFUL",
                confirmation.text("opinion"));
        RefundProcess.ACCOUNT_GOOD.set(step, confirmed);
        handOver.to(step, confirmed ? "revenueAccounting" : "hallIntake", confirmed ? "issueSlip" : "correctAccount");
    }
}
