package org.chunfeng.deregistration;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.chunfeng.notice.NoticeKind;
import org.springframework.stereotype.Component;

/** Numbers the certificate of the general flow; the case stays open as long as promised papers are still to come. */
@Component
class RecordClearance implements JavaDelegate {

    private final CaseFiles cases;
    private final Clearances clearances;
    private final OpenItems items;
    private final CommitmentClock commitment;
    private final CaseEvents events;
    private final TellTaxpayer tell;

    RecordClearance(
            CaseFiles cases,
            Clearances clearances,
            OpenItems items,
            CommitmentClock commitment,
            CaseEvents events,
            TellTaxpayer tell) {
        this.cases = cases;
        this.clearances = clearances;
        this.items = items;
        this.commitment = commitment;
        this.events = events;
        this.tell = tell;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission issuing = SubmissionVariable.in(step);
        String caseNumber = step.getProcessBusinessKey();
        String by = issuing.actor().userId();
        boolean promised = !items.promised(caseNumber).isEmpty();
        var delivery = new Clearances.Delivery(issuing.text("deliveredBy"), issuing.text("receivedBy"));
        var clearance = clearances.issue(cases.get(caseNumber), promised, delivery, by);
        events.record(
                caseNumber, by, issuing.step(), promised ? "ON_COMMITMENT" : "CLEARED", clearance.certificateNo());
        tell.of(step, NoticeKind.CLEARANCE, clearance.certificateNo());
        DeregistrationProcess.PROMISED.set(step, promised);
        if (promised) {
            commitment.start(step);
            return;
        }
        cases.close(caseNumber, "CLEARED");
    }
}
