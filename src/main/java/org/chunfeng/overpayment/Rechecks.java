package org.chunfeng.overpayment;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chunfeng.deadline.Budget;
import org.chunfeng.deadline.Deadlines;
import org.springframework.stereotype.Component;

/** Sets the clock of the wait to the day on which an unclearable overpayment is looked at again. */
@Component
class Rechecks {

    private static final String WAIT = "awaitRecheck";

    private final Deadlines deadlines;

    Rechecks(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    void plan(DelegateExecution step, LocalDate day) {
        String caseNumber = step.getProcessBusinessKey();
        deadlines.dueAt(step, WAIT);
        deadlines.openClocks(caseNumber).stream()
                .filter(clock -> clock.step().equals(WAIT))
                .forEach(clock -> deadlines.changeBudget(clock.id(), Budget.until(day), "recheckOn"));
    }
}
