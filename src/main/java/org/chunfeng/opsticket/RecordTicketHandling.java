package org.chunfeng.opsticket;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.chunfeng.engine.Texts;
import org.springframework.stereotype.Component;

/** Records that operations solved it or told the region, and tells the front desk. */
@Component
class RecordTicketHandling implements JavaDelegate {

    private final OpsTickets tickets;
    private final CaseEvents events;
    private final TicketNotices notices;
    private final Texts texts;

    RecordTicketHandling(OpsTickets tickets, CaseEvents events, TicketNotices notices, Texts texts) {
        this.tickets = tickets;
        this.events = events;
        this.notices = notices;
        this.texts = texts;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission handling = SubmissionVariable.in(step);
        boolean solved = handling.text("ticketOutcome").equals("SOLVED");
        String said = solved ? solved(step, handling) : reported(step, handling);
        events.record(
                step.getProcessBusinessKey(),
                handling.actor().userId(),
                handling.step(),
                handling.text("ticketOutcome"),
                said);
        OpsTicketProcess.SOLVED.set(step, solved);
    }

    private String solved(DelegateExecution step, Submission handling) {
        String solution = handling.text("solution");
        tickets.solve(step.getProcessBusinessKey(), solution);
        notices.toConfirm(step, solution);
        return solution;
    }

    private String reported(DelegateExecution step, Submission handling) {
        String reference = handling.text("regionReference");
        tickets.report(
                step.getProcessBusinessKey(),
                reference,
                handling.date("reportedOn").orElseThrow());
        String said = reference + " · " + handling.text("reportedOn");
        notices.told(step, texts.code("ticketOutcome", "REPORTED") + "：" + said);
        return said;
    }
}
