package org.chunfeng.deregistration;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.casefile.Documents;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.springframework.stereotype.Component;

/** The promise was kept: every promised paper came in time. */
@Component
class RecordFulfilment implements JavaDelegate {

    private final SettledItems settled;
    private final Deregistrations deregistrations;
    private final Documents documents;
    private final CaseFiles cases;
    private final CaseEvents events;

    RecordFulfilment(
            SettledItems settled,
            Deregistrations deregistrations,
            Documents documents,
            CaseFiles cases,
            CaseEvents events) {
        this.settled = settled;
        this.deregistrations = deregistrations;
        this.documents = documents;
        this.cases = cases;
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission fulfilment = SubmissionVariable.in(step);
        String caseNumber = step.getProcessBusinessKey();
        String by = fulfilment.actor().userId();
        settled.record(caseNumber, fulfilment.codes("itemsSettled"), by);
        documents.attach(caseNumber, fulfilment.codes("documents"), by);
        deregistrations.settleCommitment(caseNumber, true);
        cases.close(caseNumber, "CLEARED");
        events.record(caseNumber, by, fulfilment.step(), "PROMISE_KEPT", fulfilment.text("settlementNote"));
    }
}
