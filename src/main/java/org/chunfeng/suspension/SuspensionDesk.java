package org.chunfeng.suspension;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chunfeng.deadline.SuspensionRecord;
import org.chunfeng.deadline.Suspensions;
import org.springframework.stereotype.Component;

/** The bean {@code suspensionDesk} that suspension.bpmn asks who has to resume; knows which request a process is about. */
@Component
public class SuspensionDesk {

    private final Suspensions suspensions;

    SuspensionDesk(Suspensions suspensions) {
        this.suspensions = suspensions;
    }

    /** The department that asked. */
    public String requestingGroup(DelegateExecution execution) {
        return of(execution).requestingGroup();
    }

    /** The request of the event sub-process from which this process was called. */
    SuspensionRecord of(DelegateExecution execution) {
        DelegateExecution caller =
                Objects.requireNonNull(execution.getProcessInstance().getSuperExecution());
        return suspensions.ofOccasion(occasion(caller));
    }

    /** The event sub-process in which the case's process stands: the same before and within the call. */
    static String occasion(DelegateExecution inTheCase) {
        return inTheCase.getParentActivityInstanceId();
    }
}
