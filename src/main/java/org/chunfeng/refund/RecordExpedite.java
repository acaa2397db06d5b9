package org.chunfeng.refund;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.springframework.stereotype.Component;

/** Records a leader's decision; a yes moves the case to the top of every list and changes no deadline (RF-12). */
@Component
class RecordExpedite implements JavaDelegate {

    private final CaseFiles cases;
    private final CaseEvents events;
    private final HandOver handOver;
    private final TaskService tasks;

    RecordExpedite(CaseFiles cases, CaseEvents events, HandOver handOver, TaskService tasks) {
        this.cases = cases;
        this.events = events;
        this.handOver = handOver;
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission decision = SubmissionVariable.in(step);
        String caseNumber = step.getProcessBusinessKey();
        boolean expedited = decision.flag("expedited");
        events.record(
                caseNumber,
                decision.actor().userId(),
                decision.step(),
                expedited ? "EXPEDITED" : "DENIED",
                decision.text("opinion"));
        RefundProcess.PREFERRED.set(step, expedited);
        if (expedited) {
            cases.expedite(caseNumber);
            tasks.createTaskQuery()
                    .processInstanceId(step.getProcessInstanceId())
                    .list()
                    .forEach(task -> tasks.setPriority(task.getId(), TaskPriority.EXPEDITED));
            handOver.to(step, "policy", "expediteRefund");
        }
    }
}
