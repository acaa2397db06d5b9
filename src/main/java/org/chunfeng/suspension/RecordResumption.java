package org.chunfeng.suspension;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.deadline.SuspensionRecord;
import org.chunfeng.deadline.Suspensions;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.springframework.stereotype.Component;

/** Ends a suspension: the clocks get their remaining working days back, timers and tasks follow. */
@Component
class RecordResumption implements JavaDelegate {

    private final Suspensions suspensions;
    private final SuspensionDesk desk;
    private final CaseEvents events;

    RecordResumption(Suspensions suspensions, SuspensionDesk desk, CaseEvents events) {
        this.suspensions = suspensions;
        this.desk = desk;
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission resumption = SubmissionVariable.in(step);
        SuspensionRecord suspension = desk.of(step);
        String reason = resumption.text("resumeReason");
        suspensions.resume(suspension.id(), resumption.actor().userId(), reason);
        events.record(suspension.caseNumber(), resumption.actor().userId(), resumption.step(), "RESUMED", reason);
    }
}
