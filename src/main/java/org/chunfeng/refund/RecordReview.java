package org.chunfeng.refund;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.Materials;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.springframework.stereotype.Component;

/** Records what the reviewer proposes, or which papers are needed. */
@Component
class RecordReview implements JavaDelegate {

    private final Refunds refunds;
    private final Materials materials;
    private final CaseEvents events;
    private final HandOver handOver;

    RecordReview(Refunds refunds, Materials materials, CaseEvents events, HandOver handOver) {
        this.refunds = refunds;
        this.materials = materials;
        this.events = events;
        this.handOver = handOver;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission review = SubmissionVariable.in(step);
        String caseNumber = step.getProcessBusinessKey();
        events.record(
                caseNumber, review.actor().userId(), review.step(), review.text("proposal"), review.text("opinion"));
        if (review.text("proposal").equals("RETURN")) {
            returnForPapers(step, review);
            return;
        }
        refunds.propose(caseNumber, Proposal.of(review));
        RefundProcess.REVIEW.set(step, "proposalMade");
        handOver.to(step, "taxSource", "approveRefund");
    }

    private void returnForPapers(DelegateExecution step, Submission review) {
        String caseNumber = step.getProcessBusinessKey();
        materials.demand(caseNumber, review.codes("returnedMaterials"));
        boolean again = refunds.get(caseNumber).paperRequests() > 0;
        RefundProcess.REVIEW.set(step, again ? "furtherPapersNeeded" : "papersNeeded");
        if (again) {
            handOver.to(step, "leaderOnDuty", "permitReturn");
        }
    }
}
