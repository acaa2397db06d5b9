package org.chunfeng.opsticket;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.springframework.stereotype.Component;

/** Records what the region answered, for the front desk to confirm. */
@Component
class RecordRegionAnswer implements JavaDelegate {

    private final OpsTickets tickets;
    private final CaseEvents events;
    private final TicketNotices notices;

    RecordRegionAnswer(OpsTickets tickets, CaseEvents events, TicketNotices notices) {
        this.tickets = tickets;
        this.events = events;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission sent = SubmissionVariable.in(step);
        String caseNumber = step.getProcessBusinessKey();
        String answer = sent.text("regionAnswer");
        tickets.answer(caseNumber, answer);
        events.record(caseNumber, sent.actor().userId(), sent.step(), "REGION_ANSWERED", answer);
        notices.toConfirm(step, answer);
    }
}
