package org.chunfeng.deregistration;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.chunfeng.notice.NoticeKind;
import org.springframework.stereotype.Component;

/** Closes a deregistration that the taxpayer withdrew. */
@Component
class RecordDeregistrationWithdrawal implements JavaDelegate {

    private final CaseFiles cases;
    private final CaseEvents events;
    private final TellTaxpayer tell;

    RecordDeregistrationWithdrawal(CaseFiles cases, CaseEvents events, TellTaxpayer tell) {
        this.cases = cases;
        this.events = events;
        this.tell = tell;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission withdrawal = SubmissionVariable.in(step);
        String caseNumber = step.getProcessBusinessKey();
        String reason = withdrawal.text("withdrawReason");
        cases.close(caseNumber, "WITHDRAWN");
        events.record(caseNumber, withdrawal.actor().userId(), withdrawal.step(), "WITHDRAWN", reason);
        tell.of(step, NoticeKind.RESULT, reason);
    }
}
