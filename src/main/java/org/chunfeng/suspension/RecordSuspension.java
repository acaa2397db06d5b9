package org.chunfeng.suspension;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.deadline.SuspensionRecord;
import org.chunfeng.deadline.SuspensionRefused;
import org.chunfeng.deadline.Suspensions;
import org.chunfeng.engine.Refused;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.chunfeng.engine.Texts;
import org.chunfeng.notice.Notice;
import org.chunfeng.notice.NoticeKind;
import org.chunfeng.notice.Notices;
import org.chunfeng.notice.Recipient;
import org.springframework.stereotype.Component;

/** Records the leader's decision; a yes lets the clocks of the case stand still from that day on. */
@Component
class RecordSuspension implements JavaDelegate {

    private final Suspensions suspensions;
    private final SuspensionDesk desk;
    private final CaseFiles cases;
    private final CaseEvents events;
    private final Notices notices;
    private final Texts texts;

    RecordSuspension(
            Suspensions suspensions,
            SuspensionDesk desk,
            CaseFiles cases,
            CaseEvents events,
            Notices notices,
            Texts texts) {
        this.suspensions = suspensions;
        this.desk = desk;
        this.cases = cases;
        this.events = events;
        this.notices = notices;
        this.texts = texts;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission decision = SubmissionVariable.in(step);
        SuspensionRecord request = desk.of(step);
        boolean granted = decision.flag("suspensionApproved");
        decide(request, granted, decision.actor().userId());
        suspensions.handTo(request.id(), step.getProcessInstanceId());
        events.record(
                request.caseNumber(),
                decision.actor().userId(),
                decision.step(),
                granted ? "SUSPENDED" : "DENIED",
                decision.text("opinion"));
        tell(request, granted, decision);
        SuspensionProcess.GRANTED.set(step, granted);
    }

    private void decide(SuspensionRecord request, boolean granted, String leader) {
        try {
            if (granted) {
                suspensions.approve(request.id(), leader);
            } else {
                suspensions.reject(request.id(), leader);
            }
        } catch (SuspensionRefused refused) {
            throw Refused.of(400, texts.refusal("suspension." + refused.reason(), ""));
        }
    }

    private void tell(SuspensionRecord request, boolean granted, Submission decision) {
        CaseFile file = cases.get(request.caseNumber());
        if (granted) {
            notices.handOver(file, "resumeCase", request.requestingGroup(), "suspension-" + request.id());
            return;
        }
        notices.tell(Notice.about(
                        file,
                        NoticeKind.DECISION,
                        decision.step(),
                        Recipient.account(request.requestedBy(), file.bureau()))
                .occasion("suspension-" + request.id())
                .saying(decision.text("opinion")));
    }
}
