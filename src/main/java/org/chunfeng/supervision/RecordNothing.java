package org.chunfeng.supervision;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseFiles;
import org.springframework.stereotype.Component;

/** Closes a supervision that found nothing. */
@Component
class RecordNothing implements JavaDelegate {

    private final CaseFiles cases;

    RecordNothing(CaseFiles cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution step) {
        cases.close(step.getProcessBusinessKey(), "NOTHING_FOUND");
    }
}
