package org.chunfeng.refund;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.chunfeng.notice.NoticeKind;
import org.springframework.stereotype.Component;

/** Closes a refund that the taxpayer withdrew. */
@Component
class RecordWithdrawal implements JavaDelegate {

    private final CaseFiles cases;
    private final CaseEvents events;
    private final TaxpayerNotices taxpayer;

    RecordWithdrawal(CaseFiles cases, CaseEvents events, TaxpayerNotices taxpayer) {
        this.cases = cases;
        this.events = events;
        this.taxpayer = taxpayer;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission withdrawal = SubmissionVariable.in(step);
        String caseNumber = step.getProcessBusinessKey();
        cases.close(caseNumber, "WITHDRAWN");
        events.record(
                caseNumber,
                withdrawal.actor().userId(),
                withdrawal.step(),
                "WITHDRAWN",
                withdrawal.text("withdrawReason"));
        taxpayer.tell(step, NoticeKind.RESULT, withdrawal.text("withdrawReason"));
    }
}
