package org.chunfeng.refund;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.springframework.stereotype.Component;

/** Records how a technical fault was solved, or that the region was told (RF-11). */
@Component
class RecordSolution implements JavaDelegate {

    private final CaseEvents events;
    private final HandOver handOver;

    RecordSolution(CaseEvents events, HandOver handOver) {
        this.events = events;
        this.handOver = handOver;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission solution = SubmissionVariable.in(step);
        String caseNumber = step.getProcessBusinessKey();
        String action = solution.flag("reportedToRegion") ? "REPORTED" : "SOLVED";
        events.record(caseNumber, solution.actor().userId(), solution.step(), action, solution.text("solution"));
        handOver.to(step, "revenueAccounting", "issueSlip");
    }
}
