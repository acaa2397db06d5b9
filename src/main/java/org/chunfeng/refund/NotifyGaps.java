package org.chunfeng.refund;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.casefile.CaseStatus;
import org.springframework.stereotype.Component;

/** Tells the taxpayer every missing paper in one notice (优化营商环境条例 §36). */
@Component
class NotifyGaps implements JavaDelegate {

    private final CaseFiles cases;
    private final Refunds refunds;
    private final PaperRequests requests;

    NotifyGaps(CaseFiles cases, Refunds refunds, PaperRequests requests) {
        this.cases = cases;
        this.refunds = refunds;
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution step) {
        String caseNumber = step.getProcessBusinessKey();
        requests.ask(step);
        cases.move(caseNumber, CaseStatus.SUPPLEMENTING);
    }
}
