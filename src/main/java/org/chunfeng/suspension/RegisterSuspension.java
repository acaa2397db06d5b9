package org.chunfeng.suspension;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.deadline.SuspensionOrigin;
import org.chunfeng.deadline.SuspensionReason;
import org.chunfeng.deadline.SuspensionRequest;
import org.chunfeng.deadline.Suspensions;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.chunfeng.notice.Notices;
import org.springframework.stereotype.Component;

/** Files a request to suspend a case and hands it to the leader on duty. */
@Component
class RegisterSuspension implements JavaDelegate {

    private final Suspensions suspensions;
    private final CaseFiles cases;
    private final CaseEvents events;
    private final Notices notices;

    RegisterSuspension(Suspensions suspensions, CaseFiles cases, CaseEvents events, Notices notices) {
        this.suspensions = suspensions;
        this.cases = cases;
        this.events = events;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission asked = SubmissionVariable.in(step);
        String caseNumber = step.getProcessBusinessKey();
        String requester = asked.actor().userId();
        var request = new SuspensionRequest(
                caseNumber,
                null,
                SuspensionReason.valueOf(asked.text("suspensionReason")),
                asked.text("documentNo"),
                asked.date("plannedEnd").orElseThrow(),
                asked.text("suspensionNote"));
        suspensions.request(request, requester, new SuspensionOrigin(department(asked), SuspensionDesk.occasion(step)));
        events.record(caseNumber, requester, asked.step(), "REQUESTED", request.documentNo());
        notices.handOver(cases.get(caseNumber), "approveSuspension", "leaderOnDuty", step.getActivityInstanceId());
    }

    /** The department in which the requester works on cases; a leader who asks has to resume as a leader. */
    private static String department(Submission asked) {
        return SuspensionProcess.DEPARTMENTS.stream()
                .filter(asked.actor()::isIn)
                .findFirst()
                .orElse("leaderOnDuty");
    }
}
