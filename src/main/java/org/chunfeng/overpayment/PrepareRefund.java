package org.chunfeng.overpayment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.springframework.stereotype.Component;

/** Hands the called refund its application, filled in from what is known. */
@Component
class PrepareRefund implements JavaDelegate {

    private final RefundForms forms;
    private final CaseFiles cases;

    PrepareRefund(RefundForms forms, CaseFiles cases) {
        this.forms = forms;
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission confirmation = SubmissionVariable.in(step);
        SubmissionVariable.set(step, forms.of(cases.get(step.getProcessBusinessKey()), confirmation));
    }
}
