package org.chunfeng.refund;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.engine.Actors;
import org.chunfeng.notice.NoticeKind;
import org.springframework.stereotype.Component;

/** Closes a refund that was refused, with a notice that gives the ground. */
@Component
class RefuseRefund implements JavaDelegate {

    private final CaseFiles cases;
    private final Refunds refunds;
    private final CaseEvents events;
    private final TaxpayerNotices taxpayer;

    RefuseRefund(CaseFiles cases, Refunds refunds, CaseEvents events, TaxpayerNotices taxpayer) {
        this.cases = cases;
        this.refunds = refunds;
        this.events = events;
        this.taxpayer = taxpayer;
    }

    @Override
    public void execute(DelegateExecution step) {
        String caseNumber = step.getProcessBusinessKey();
        cases.close(caseNumber, "REFUSED");
        events.record(caseNumber, Actors.SYSTEM, "refuseRefund", "REFUSED", "");
        taxpayer.tell(step, NoticeKind.REFUSAL, refunds.get(caseNumber).opinion());
    }
}
