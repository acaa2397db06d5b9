package org.chunfeng.opsticket;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.springframework.stereotype.Component;

/** Closes what the front desk confirms; what is not solved goes back to operations. */
@Component
class RecordTicketConfirmation implements JavaDelegate {

    private final OpsTickets tickets;
    private final CaseFiles cases;
    private final CaseEvents events;
    private final TicketNotices notices;

    RecordTicketConfirmation(OpsTickets tickets, CaseFiles cases, CaseEvents events, TicketNotices notices) {
        this.tickets = tickets;
        this.cases = cases;
        this.events = events;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission sent = SubmissionVariable.in(step);
        String caseNumber = step.getProcessBusinessKey();
        boolean solved = sent.flag("solvedConfirmed");
        String action = solved ? "SOLUTION_CONFIRMED" : "NOT_SOLVED";
        events.record(caseNumber, sent.actor().userId(), sent.step(), action, sent.text("stillWrong"));
        if (solved) {
            cases.close(caseNumber, "SOLVED");
        } else {
            tickets.sendBack(caseNumber);
            notices.toHandle(step, sent.text("stillWrong"));
        }
        OpsTicketProcess.SOLVED.set(step, solved);
    }
}
