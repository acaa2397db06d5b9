package org.chunfeng.refund;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.Documents;
import org.chunfeng.casefile.Materials;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.springframework.stereotype.Component;

/** Records the papers that the taxpayer brought. */
@Component
class RecordSupplement implements JavaDelegate {

    private final Materials materials;
    private final Documents documents;
    private final CaseEvents events;
    private final HandOver handOver;

    RecordSupplement(Materials materials, Documents documents, CaseEvents events, HandOver handOver) {
        this.materials = materials;
        this.documents = documents;
        this.events = events;
        this.handOver = handOver;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission supplement = SubmissionVariable.in(step);
        String caseNumber = step.getProcessBusinessKey();
        materials.receive(caseNumber, supplement.codes("materialsPresent"));
        documents.attach(
                caseNumber, supplement.codes("documents"), supplement.actor().userId());
        boolean complete = materials.missing(caseNumber).isEmpty();
        events.record(
                caseNumber,
                supplement.actor().userId(),
                supplement.step(),
                complete ? "COMPLETED" : "STILL_MISSING",
                supplement.text("secondRequestReason"));
        RefundProcess.SUPPLEMENT.set(step, complete ? "nowComplete" : "stillMissing");
        if (!complete) {
            handOver.to(step, "leaderOnDuty", "permitSupplement");
        }
    }
}
