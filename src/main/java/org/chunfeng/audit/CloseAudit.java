package org.chunfeng.audit;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseFiles;
import org.springframework.stereotype.Component;

/** Closes an audit case when the handler was heard, the referral is in and the conclusion is drawn. */
@Component
class CloseAudit implements JavaDelegate {

    private final CaseFiles cases;

    CloseAudit(CaseFiles cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution step) {
        String caseNumber = step.getProcessBusinessKey();
        cases.close(caseNumber, "CONCLUDED");
    }
}
