package org.chunfeng.refund;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.chunfeng.notice.NoticeKind;
import org.springframework.stereotype.Component;

/** Accepts the case: its clocks start, the taxpayer gets a receipt, the source department its work (RF-1). */
@Component
class IssueReceipt implements JavaDelegate {

    private final CaseFiles cases;
    private final CaseEvents events;
    private final HandOver handOver;
    private final TaxpayerNotices taxpayer;

    IssueReceipt(CaseFiles cases, CaseEvents events, HandOver handOver, TaxpayerNotices taxpayer) {
        this.cases = cases;
        this.events = events;
        this.handOver = handOver;
        this.taxpayer = taxpayer;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission last = SubmissionVariable.in(step);
        String caseNumber = step.getProcessBusinessKey();
        cases.accept(caseNumber);
        events.record(caseNumber, last.actor().userId(), "issueReceipt", "ACCEPTED", "");
        taxpayer.tell(step, NoticeKind.RECEIPT, "");
        handOver.to(step, "taxSource", "reviewRefund");
    }
}
