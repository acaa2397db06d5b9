package org.chunfeng.refund;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.Materials;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.springframework.stereotype.Component;

/** Records whether a leader lets the hall ask for papers once more; if not, what is missing is waived. */
@Component
class RecordPermit implements JavaDelegate {

    private final Materials materials;
    private final CaseEvents events;

    RecordPermit(Materials materials, CaseEvents events) {
        this.materials = materials;
        this.events = events;
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
        if (!permitted) {
            materials.waiveMissing(caseNumber);
        }
        RefundProcess.ALLOWED.set(step, permitted);
    }
}
