package org.chunfeng.opsticket;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.chunfeng.engine.Texts;
import org.springframework.stereotype.Component;

/** Closes a ticket that its bureau withdrew, and tells operations. */
@Component
class RecordTicketWithdrawal implements JavaDelegate {

    private final CaseFiles cases;
    private final CaseEvents events;
    private final TicketNotices notices;
    private final Texts texts;

    RecordTicketWithdrawal(CaseFiles cases, CaseEvents events, TicketNotices notices, Texts texts) {
        this.cases = cases;
        this.events = events;
        this.notices = notices;
        this.texts = texts;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission withdrawal = SubmissionVariable.in(step);
        String caseNumber = step.getProcessBusinessKey();
        String reason = withdrawal.text("withdrawReason");
        cases.close(caseNumber, "WITHDRAWN");
        events.record(caseNumber, withdrawal.actor().userId(), withdrawal.step(), "WITHDRAWN", reason);
        notices.withdrawn(step, texts.code("outcome", "WITHDRAWN") + "：" + reason);
    }
}
