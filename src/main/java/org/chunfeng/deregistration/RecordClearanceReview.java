package org.chunfeng.deregistration;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.springframework.stereotype.Component;

/** Records what the reviewer established and proposes, or which open items he found. */
@Component
class RecordClearanceReview implements JavaDelegate {

    private final Deregistrations deregistrations;
    private final Evidences evidences;
    private final ItemSurvey survey;
    private final OpenItems items;
    private final CaseEvents events;
    private final TellTaxpayer tell;
    private final Clock clock;

    RecordClearanceReview(
            Deregistrations deregistrations,
            Evidences evidences,
            ItemSurvey survey,
            OpenItems items,
            CaseEvents events,
            TellTaxpayer tell,
            Clock clock) {
        this.deregistrations = deregistrations;
        this.evidences = evidences;
        this.survey = survey;
        this.items = items;
        this.events = events;
        this.tell = tell;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission review = SubmissionVariable.in(step);
        String caseNumber = step.getProcessBusinessKey();
        String by = review.actor().userId();
        String proposal = review.text("clearanceProposal");
        evidences.record(caseNumber, EvidenceFields.given(review, FactCode.REVIEWED, clock.instant()));
        survey.facts(caseNumber, by);
        events.record(caseNumber, by, review.step(), proposal, review.text("opinion"));
        if (proposal.equals("OPEN_ITEMS")) {
            returnForItems(step, review);
            return;
        }
        deregistrations.propose(caseNumber, proposal, review.text("opinion"));
        DeregistrationProcess.REVIEW.set(step, "proposalMade");
        tell.handOver(step, "leaderOnDuty", "approveDeregistration");
    }

    private void returnForItems(DelegateExecution step, Submission review) {
        String caseNumber = step.getProcessBusinessKey();
        if (review.has("otherItem")) {
            items.raise(
                    caseNumber,
                    ItemSurvey.OTHER,
                    review.text("otherItem"),
                    review.actor().userId());
        }
        boolean again = deregistrations.get(caseNumber).itemNotices() > 0;
        DeregistrationProcess.REVIEW.set(step, again ? "furtherItemsFound" : "itemsFound");
        if (again) {
            tell.handOver(step, "leaderOnDuty", "permitFurtherItems");
        }
    }
}
