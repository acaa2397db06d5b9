package org.chunfeng.refund;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.springframework.stereotype.Component;

/** Records who asks to expedite a case, and why (RF-12). */
@Component
class RegisterExpedite implements JavaDelegate {

    private final CaseEvents events;
    private final HandOver handOver;

    RegisterExpedite(CaseEvents events, HandOver handOver) {
        this.events = events;
        this.handOver = handOver;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission request = SubmissionVariable.in(step);
        String caseNumber = step.getProcessBusinessKey();
        events.record(
                caseNumber, request.actor().userId(), request.step(), "REQUESTED", request.text("expediteReason"));
        handOver.to(step, "leaderOnDuty", "approveExpedite");
    }
}
