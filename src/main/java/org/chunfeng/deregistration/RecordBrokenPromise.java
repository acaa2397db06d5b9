package org.chunfeng.deregistration;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.engine.Actors;
import org.chunfeng.notice.Notice;
import org.chunfeng.notice.NoticeKind;
import org.chunfeng.notice.Notices;
import org.chunfeng.notice.Recipient;
import org.springframework.stereotype.Component;

/** The promise was broken: recorded with its consequence, credit level D for those responsible (税总发〔2018〕149号). */
@Component
class RecordBrokenPromise implements JavaDelegate {

    private final Deregistrations deregistrations;
    private final CaseFiles cases;
    private final CaseEvents events;
    private final Notices notices;

    RecordBrokenPromise(Deregistrations deregistrations, CaseFiles cases, CaseEvents events, Notices notices) {
        this.deregistrations = deregistrations;
        this.cases = cases;
        this.events = events;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution step) {
        String caseNumber = step.getProcessBusinessKey();
        deregistrations.settleCommitment(caseNumber, false);
        cases.close(caseNumber, "PROMISE_BROKEN");
        events.record(caseNumber, Actors.SYSTEM, "recordBrokenPromise", "PROMISE_BROKEN", "");
        CaseFile file = cases.get(caseNumber);
        for (String group : new String[] {"hallIntake", "levyAdmin", "risk"}) {
            notices.tell(Notice.about(
                            file,
                            NoticeKind.PROMISE_BROKEN,
                            DeregistrationProcess.FULFIL,
                            Recipient.group(group, file.bureau()))
                    .occasion(step.getActivityInstanceId()));
        }
    }
}
