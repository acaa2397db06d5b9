package org.chunfeng.refund;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.springframework.stereotype.Component;

/** Asks the taxpayer, through the hall, for the papers that the review needs. */
@Component
class RequestPapers implements JavaDelegate {

    private final PaperRequests requests;
    private final HandOver handOver;

    RequestPapers(PaperRequests requests, HandOver handOver) {
        this.requests = requests;
        this.handOver = handOver;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission last = SubmissionVariable.in(step);
        String caseNumber = step.getProcessBusinessKey();
        requests.ask(step);
        handOver.to(step, "hallIntake", "collectPapers");
    }
}
