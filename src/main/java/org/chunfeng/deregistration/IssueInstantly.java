package org.chunfeng.deregistration;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.engine.SubmissionVariable;
import org.chunfeng.notice.NoticeKind;
import org.springframework.stereotype.Component;

/** Issues the certificate at once, in the request of the application, and closes the case (plan measures 34 and 35). */
@Component
class IssueInstantly implements JavaDelegate {

    private final CaseFiles cases;
    private final Clearances clearances;
    private final CaseEvents events;
    private final TellTaxpayer tell;

    IssueInstantly(CaseFiles cases, Clearances clearances, CaseEvents events, TellTaxpayer tell) {
        this.cases = cases;
        this.clearances = clearances;
        this.events = events;
        this.tell = tell;
    }

    @Override
    public void execute(DelegateExecution step) {
        String caseNumber = step.getProcessBusinessKey();
        String by = SubmissionVariable.in(step).actor().userId();
        cases.accept(caseNumber);
        var clearance = clearances.issue(cases.get(caseNumber), false, Clearances.Delivery.AT_THE_COUNTER, by);
        cases.close(caseNumber, "CLEARED");
        events.record(caseNumber, by, "issueInstantly", "CLEARED", clearance.certificateNo());
        tell.of(step, NoticeKind.CLEARANCE, clearance.certificateNo());
    }
}
