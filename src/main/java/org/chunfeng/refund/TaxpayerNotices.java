package org.chunfeng.refund;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.notice.NoticeKind;
import org.chunfeng.notice.Notices;
import org.springframework.stereotype.Component;

/** What the taxpayer is told on paper: receipt, papers to bring, decision. */
@Component
class TaxpayerNotices {

    private final Notices notices;
    private final CaseFiles cases;

    TaxpayerNotices(Notices notices, CaseFiles cases) {
        this.notices = notices;
        this.cases = cases;
    }

    void tell(DelegateExecution step, NoticeKind kind, String saying) {
        notices.taxpayerNotice(cases.get(step.getProcessBusinessKey()), kind, step.getActivityInstanceId(), saying);
    }
}
