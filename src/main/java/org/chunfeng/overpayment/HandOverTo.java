package org.chunfeng.overpayment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.notice.Notices;
import org.springframework.stereotype.Component;

/** RF-7: whoever finishes a step tells those who go on; within a batch the batch tells once, and this keeps still. */
@Component
class HandOverTo {

    private final Notices notices;
    private final CaseFiles cases;
    private final BatchNotices batch;

    HandOverTo(Notices notices, CaseFiles cases, BatchNotices batch) {
        this.notices = notices;
        this.cases = cases;
        this.batch = batch;
    }

    void group(DelegateExecution from, String group, String step) {
        var caseFile = cases.get(from.getProcessBusinessKey());
        if (!batch.collects(caseFile.bureau(), group, step)) {
            notices.handOver(caseFile, step, group, from.getActivityInstanceId());
        }
    }
}
