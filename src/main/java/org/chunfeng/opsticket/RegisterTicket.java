package org.chunfeng.opsticket;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chunfeng.casefile.Bureau;
import org.chunfeng.casefile.Bureaus;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.casefile.CaseKind;
import org.chunfeng.casefile.CaseStatus;
import org.chunfeng.casefile.NewCase;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.SubmissionVariable;
import org.springframework.stereotype.Component;

/** Opens the ticket in the name of its bureau, without anything of a taxpayer, and tells operations. */
@Component
class RegisterTicket implements JavaDelegate {

    private final CaseFiles cases;
    private final OpsTickets tickets;
    private final Bureaus bureaus;
    private final CaseEvents events;
    private final TicketNotices notices;
    private final Clock clock;

    RegisterTicket(
            CaseFiles cases,
            OpsTickets tickets,
            Bureaus bureaus,
            CaseEvents events,
            TicketNotices notices,
            Clock clock) {
        this.cases = cases;
        this.tickets = tickets;
        this.bureaus = bureaus;
        this.events = events;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution step) {
        Submission report = SubmissionVariable.in(step);
        String caseNumber = cases.open(newCase(report, bureaus.get(step.getTenantId())));
        step.setProcessBusinessKey(caseNumber);
        cases.move(caseNumber, CaseStatus.HANDLING);
        tickets.register(caseNumber, report);
        events.record(caseNumber, report.actor().userId(), report.step(), "FILED", "");
        notices.toHandle(step, report.text("problem"));
    }

    private NewCase newCase(Submission report, Bureau bureau) {
        return new NewCase(
                CaseKind.OPS_TICKET,
                report.text("matter"),
                "OTHER",
                bureau.bureau(),
                bureau.areaCode(),
                bureau.name(),
                null,
                "COUNTER",
                report.has("requestId") ? report.text("requestId") : null,
                report.has("relatedCase") ? report.text("relatedCase") : null,
                report.actor().userId(),
                clock.instant(),
                null);
    }
}
