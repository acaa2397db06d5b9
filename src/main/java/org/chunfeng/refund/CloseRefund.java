package org.chunfeng.refund;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.engine.Actors;
import org.springframework.stereotype.Component;

/** Closes a refund that the treasury paid and wrote off. */
@Component
class CloseRefund implements JavaDelegate {

    private final CaseFiles cases;
    private final CaseEvents events;

    CloseRefund(CaseFiles cases, CaseEvents events) {
        this.cases = cases;
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution step) {
        String caseNumber = step.getProcessBusinessKey();
        cases.close(caseNumber, "PAID");
        events.record(caseNumber, Actors.SYSTEM, "closeRefund", "PAID", "");
    }
}
