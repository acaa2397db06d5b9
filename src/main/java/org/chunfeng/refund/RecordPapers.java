package org.chunfeng.refund;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.Documents;
import org.chunfeng.casefile.Materials;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.springframework.stereotype.Component;

/** Records that the papers for the review are there. */
@Component
class RecordPapers implements JavaDelegate {

    private final Materials materials;
    private final Documents documents;
    private final CaseEvents events;
    private final HandOver handOver;

    RecordPapers(Materials materials, Documents documents, CaseEvents events, HandOver handOver) {
        this.materials = materials;
        this.documents = documents;
        this.events = events;
        this.handOver = handOver;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission papers = SubmissionVariable.in(step);
        String caseNumber = step.getProcessBusinessKey();
        materials.receive(caseNumber, papers.codes("materialsPresent"));
        documents.attach(caseNumber, papers.codes("documents"), papers.actor().userId());
        events.record(caseNumber, papers.actor().userId(), papers.step(), "COMPLETED", papers.text("opinion"));
        handOver.to(step, "taxSource", "reviewRefund");
    }
}
