package org.chunfeng.audit;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The bean {@code audits} that audit.bpmn asks who has to explain. */
@Component
public class Audits {

    private final AuditCases audits;

    Audits(AuditCases audits) {
        this.audits = audits;
    }

    /** The late handler, if the task had one. */
    public List<String> lateHandlers(DelegateExecution execution) {
        String handler = audits.get(execution.getProcessBusinessKey()).lateHandler();
        return handler == null ? List.of() : List.of(handler);
    }

    /** The group that should have taken the task, if nobody had. */
    public List<String> lateGroup(DelegateExecution execution) {
        AuditCase audit = audits.get(execution.getProcessBusinessKey());
        return audit.lateHandler() == null ? List.of(audit.lateGroup()) : List.of();
    }
}
