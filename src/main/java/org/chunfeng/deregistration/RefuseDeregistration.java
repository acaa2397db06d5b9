package org.chunfeng.deregistration;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.engine.Actors;
import org.chunfeng.notice.NoticeKind;
import org.springframework.stereotype.Component;

/** Closes a deregistration that was refused, with a notice that gives the ground. */
@Component
class RefuseDeregistration implements JavaDelegate {

    private final CaseFiles cases;
    private final Deregistrations deregistrations;
    private final CaseEvents events;
    private final TellTaxpayer tell;

    RefuseDeregistration(CaseFiles cases, Deregistrations deregistrations, CaseEvents events, TellTaxpayer tell) {
        this.cases = cases;
        this.deregistrations = deregistrations;
        this.events = events;
        this.tell = tell;
    }

    @Override
    public void execute(DelegateExecution step) {
        String caseNumber = step.getProcessBusinessKey();
        cases.close(caseNumber, "NOT_CLEARED");
        events.record(caseNumber, Actors.SYSTEM, "refuseDeregistration", "NOT_CLEARED", "");
        tell.of(step, NoticeKind.NOT_CLEARED, deregistrations.get(caseNumber).opinion());
        DeregistrationProcess.PROMISED.set(step, false);
    }
}
