package org.chunfeng.audit;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens an accountability case for every breach of the case that has none yet; the late step itself goes on. */
@Component
class OpenAudit implements JavaDelegate {

    private final Accountability accountability;

    OpenAudit(Accountability accountability) {
        this.accountability = accountability;
    }

    @Override
    public void execute(DelegateExecution step) {
        accountability.openFor(step.getProcessBusinessKey());
    }
}
