package org.chunfeng.supervision;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.springframework.stereotype.Component;

/** Records what levy administration found, and closes the supervision. */
@Component
class RecordFollowUp implements JavaDelegate {

    private final SupervisionRuns runs;
    private final CaseFiles cases;
    private final CaseEvents events;

    RecordFollowUp(SupervisionRuns runs, CaseFiles cases, CaseEvents events) {
        this.runs = runs;
        this.cases = cases;
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission sent = SubmissionVariable.in(step);
        String caseNumber = step.getProcessBusinessKey();
        String outcome = sent.text("supervisionOutcome");
        runs.conclude(caseNumber, outcome, sent.text("finding"));
        events.record(caseNumber, sent.actor().userId(), sent.step(), outcome, sent.text("finding"));
        cases.close(caseNumber, "SUPERVISED");
    }
}
