package org.chunfeng.deregistration;

import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.Money;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.springframework.stereotype.Component;

/** Asks the tables once more when overpaid tax was cleared (C4): what qualifies now is cleared at once. */
@Component
class ReassessTrack implements JavaDelegate {

    private final Evidences evidences;
    private final OpenItems items;
    private final Triage triage;
    private final Deregistrations deregistrations;
    private final CaseEvents events;
    private final Clock clock;

    ReassessTrack(
            Evidences evidences,
            OpenItems items,
            Triage triage,
            Deregistrations deregistrations,
            CaseEvents events,
            Clock clock) {
        this.evidences = evidences;
        this.items = items;
        this.triage = triage;
        this.deregistrations = deregistrations;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission cleared = SubmissionVariable.in(step);
        String caseNumber = step.getProcessBusinessKey();
        String by = cleared.actor().userId();
        evidences.record(
                caseNumber,
                List.of(Evidence.ofAmount(FactCode.OVERPAID, Money.ZERO, "OVERPAYMENT_CASE", by, clock.instant())));
        items.settle(caseNumber, List.of(FactCode.OVERPAID.name()), by);
        Assessment assessment = triage.assess(caseNumber, by);
        boolean qualified = assessment.isInstant()
                && !deregistrations.get(caseNumber).generalWanted()
                && items.open(caseNumber).isEmpty();
        events.record(
                caseNumber, by, cleared.step(), qualified ? "INSTANT" : "STILL_GENERAL", cleared.text("clearanceNote"));
        DeregistrationProcess.QUALIFIED.set(step, qualified);
    }
}
