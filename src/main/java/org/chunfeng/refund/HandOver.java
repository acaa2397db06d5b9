package org.chunfeng.refund;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.notice.Notices;
import org.springframework.stereotype.Component;

/** RF-7: whoever finishes a step tells those who go on, at once. */
@Component
class HandOver {

    private final Notices notices;
    private final CaseFiles cases;

    HandOver(Notices notices, CaseFiles cases) {
        this.notices = notices;
        this.cases = cases;
    }

    void to(DelegateExecution from, String group, String step) {
        notices.handOver(cases.get(from.getProcessBusinessKey()), step, group, from.getActivityInstanceId());
    }
}
