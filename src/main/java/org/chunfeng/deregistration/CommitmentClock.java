package org.chunfeng.deregistration;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chunfeng.deadline.Budget;
import org.chunfeng.deadline.Deadlines;
import org.chunfeng.engine.Texts;
import org.springframework.stereotype.Component;

/** The clock of a commitment runs until the date that the taxpayer signed. */
@Component
class CommitmentClock {

    private final Deadlines deadlines;
    private final Deregistrations deregistrations;
    private final Texts texts;

    CommitmentClock(Deadlines deadlines, Deregistrations deregistrations, Texts texts) {
        this.deadlines = deadlines;
        this.deregistrations = deregistrations;
        this.texts = texts;
    }

    void start(DelegateExecution step) {
        String caseNumber = step.getProcessBusinessKey();
        var commitment = deregistrations.get(caseNumber).commitment();
        if (commitment == null) {
            throw new IllegalStateException("Case %s has no commitment, expected one to follow".formatted(caseNumber));
        }
        deadlines.dueAt(step, DeregistrationProcess.FULFIL);
        deadlines.openClocks(caseNumber).stream()
                .filter(clock -> clock.step().equals(DeregistrationProcess.FULFIL))
                .forEach(clock -> deadlines.changeBudget(
                        clock.id(), Budget.until(commitment.dueOn()), texts.label("commitmentDueOn")));
    }
}
