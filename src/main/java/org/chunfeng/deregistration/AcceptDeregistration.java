package org.chunfeng.deregistration;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.engine.SubmissionVariable;
import org.chunfeng.notice.NoticeKind;
import org.springframework.stereotype.Component;

/** Accepts the case into the general flow: the limit runs, and the taxpayer is told at once of everything that stands in the way. */
@Component
class AcceptDeregistration implements JavaDelegate {

    private final CaseFiles cases;
    private final Assessments assessments;
    private final OpenItems items;
    private final Deregistrations deregistrations;
    private final CaseEvents events;
    private final TellTaxpayer tell;

    AcceptDeregistration(
            CaseFiles cases,
            Assessments assessments,
            OpenItems items,
            Deregistrations deregistrations,
            CaseEvents events,
            TellTaxpayer tell) {
        this.cases = cases;
        this.assessments = assessments;
        this.items = items;
        this.deregistrations = deregistrations;
        this.events = events;
        this.tell = tell;
    }

    @Override
    public void execute(DelegateExecution step) {
        String caseNumber = step.getProcessBusinessKey();
        cases.accept(caseNumber);
        events.record(caseNumber, SubmissionVariable.in(step).actor().userId(), "acceptDeregistration", "ACCEPTED", "");
        tell.of(step, NoticeKind.RECEIPT, "");
        boolean open = !items.open(caseNumber).isEmpty();
        List<Condition> failing =
                assessments.latest(caseNumber).orElseThrow().assessment().failing();
        if (open || !failing.isEmpty()) {
            tell.ofOpenItems(step, failing);
        }
        if (open) {
            deregistrations.countItemNotice(caseNumber);
        }
        tell.handOver(step, open ? "hallIntake" : "taxSource", open ? "settleOpenItems" : "reviewDeregistration");
        DeregistrationProcess.UNSETTLED.set(step, open);
    }
}
