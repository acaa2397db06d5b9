package org.chunfeng.deregistration;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.engine.SubmissionVariable;
import org.chunfeng.notice.NoticeKind;
import org.springframework.stereotype.Component;

/** Issues the certificate at once although papers are missing: the taxpayer has signed to bring them (税总发〔2018〕149号). */
@Component
class IssueOnCommitment implements JavaDelegate {

    private final CaseFiles cases;
    private final Clearances clearances;
    private final CommitmentClock commitment;
    private final CaseEvents events;
    private final TellTaxpayer tell;

    IssueOnCommitment(
            CaseFiles cases, Clearances clearances, CommitmentClock commitment, CaseEvents events, TellTaxpayer tell) {
        this.cases = cases;
        this.clearances = clearances;
        this.commitment = commitment;
        this.events = events;
        this.tell = tell;
    }

    @Override
    public void execute(DelegateExecution step) {
        String caseNumber = step.getProcessBusinessKey();
        String by = SubmissionVariable.in(step).actor().userId();
        cases.accept(caseNumber);
        var clearance = clearances.issue(cases.get(caseNumber), true, Clearances.Delivery.AT_THE_COUNTER, by);
        commitment.start(step);
        events.record(caseNumber, by, "issueOnCommitment", "ON_COMMITMENT", clearance.certificateNo());
        tell.of(step, NoticeKind.CLEARANCE, clearance.certificateNo());
    }
}
