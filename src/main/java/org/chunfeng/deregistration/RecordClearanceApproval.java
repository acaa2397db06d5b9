package org.chunfeng.deregistration;

import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.springframework.stereotype.Component;

/** Records the leader's decision: the proposal stands, or goes back. */
@Component
class RecordClearanceApproval implements JavaDelegate {

    private final Deregistrations deregistrations;
    private final CaseEvents events;
    private final TellTaxpayer tell;

    RecordClearanceApproval(Deregistrations deregistrations, CaseEvents events, TellTaxpayer tell) {
        this.deregistrations = deregistrations;
        this.events = events;
        this.tell = tell;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission approval = SubmissionVariable.in(step);
        String caseNumber = step.getProcessBusinessKey();
        String decision = decision(approval, caseNumber);
        String action = "LEADER_" + decision.toUpperCase(Locale.ROOT);
        events.record(caseNumber, approval.actor().userId(), approval.step(), action, approval.text("opinion"));
        DeregistrationProcess.LEADER.set(step, decision);
        if (decision.equals("sentBack")) {
            tell.handOver(step, "taxSource", "reviewDeregistration");
        }
        if (decision.equals("approved")) {
            tell.handOver(step, "hallIntake", "issueClearance");
        }
    }

    private String decision(Submission approval, String caseNumber) {
        if (approval.text("approval").equals("SEND_BACK")) {
            return "sentBack";
        }
        return "PASS".equals(deregistrations.get(caseNumber).proposal()) ? "approved" : "refused";
    }
}
