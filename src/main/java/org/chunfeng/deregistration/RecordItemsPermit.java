package org.chunfeng.deregistration;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.springframework.stereotype.Component;

/** Records whether the leader lets the taxpayer be told of open items once more. */
@Component
class RecordItemsPermit implements JavaDelegate {

    private final CaseEvents events;
    private final TellTaxpayer tell;

    RecordItemsPermit(CaseEvents events, TellTaxpayer tell) {
        this.events = events;
        this.tell = tell;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission decision = SubmissionVariable.in(step);
        boolean permitted = decision.flag("permitted");
        events.record(
                step.getProcessBusinessKey(),
                decision.actor().userId(),
                decision.step(),
                permitted ? "PERMITTED" : "DENIED",
                decision.text("opinion"));
        DeregistrationProcess.REPEATED.set(step, permitted);
        if (!permitted) {
            tell.handOver(step, "taxSource", "reviewDeregistration");
        }
    }
}
