package org.chunfeng.refund;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chunfeng.casefile.CaseFiles;
import org.springframework.stereotype.Component;

/** The bean {@code taskPriority} that the model asks: expedited cases come first in every list. */
@Component
public class TaskPriority {

    static final int EXPEDITED = 80;
    private static final int ORDINARY = 50;

    private final CaseFiles cases;

    TaskPriority(CaseFiles cases) {
        this.cases = cases;
    }

    public int of(DelegateExecution execution) {
        return cases.isExpedited(execution.getProcessBusinessKey()) ? EXPEDITED : ORDINARY;
    }
}
