package org.chunfeng.overpayment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.engine.Actors;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.springframework.stereotype.Component;

/** Opens the classification again: because the re-check date has come, or because somebody asked for it earlier. */
@Component
class ReopenClassification implements JavaDelegate {

    private final CaseEvents events;
    private final HandOverTo handOver;

    ReopenClassification(CaseEvents events, HandOverTo handOver) {
        this.events = events;
        this.handOver = handOver;
    }

    @Override
    public void execute(DelegateExecution step) {
        String caseNumber = step.getProcessBusinessKey();
        if (SubmissionVariable.isIn(step)) {
            Submission request = SubmissionVariable.in(step);
            events.record(
                    caseNumber, request.actor().userId(), request.step(), "REQUESTED", request.text("recheckReason"));
        } else {
            events.record(caseNumber, Actors.SYSTEM, "awaitRecheck", "REOPENED", "");
        }
        handOver.group(step, "taxSource", OverpaymentProcess.RECLASSIFY);
    }
}
