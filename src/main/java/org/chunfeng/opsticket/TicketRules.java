package org.chunfeng.opsticket;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.engine.Refusals;
import org.chunfeng.engine.Rule;
import org.chunfeng.engine.Submission;
import org.springframework.stereotype.Component;

/** What a ticket may be about, and when the region can have been told. */
@Component
class TicketRules {

    private final CaseFiles cases;
    private final Clock clock;

    TicketRules(CaseFiles cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    Rule requestIsNew() {
        return Rule.requestIsNew(cases::findByRequestInTurn, cases::bureauOf);
    }

    Rule senderIsOfTheBureau() {
        return Rule.senderIsOf(cases::bureauOf, "hallIntake", "leaderOnDuty");
    }

    /** An open case of a taxpayer in the sender's own bureau; of others nothing is told, not even whether there is one. */
    void caseIsOpenAndOurs(Submission report, Refusals refusals) {
        if (!report.has("relatedCase")) {
            return;
        }
        String number = report.text("relatedCase");
        Optional<CaseFile> ours = cases.find(number)
                .filter(found -> found.bureau().equals(report.actor().bureau()))
                .filter(found -> found.kind().isOfTaxpayers());
        if (ours.isEmpty()) {
            refusals.add("relatedCase", "ticketCaseUnknown", number);
        } else if (ours.get().isClosed()) {
            refusals.add("relatedCase", "ticketCaseClosed", number);
        }
    }

    /** The region was told after the ticket came in and not after today. */
    void reportedMeanwhile(Submission handling, Refusals refusals) {
        handling.date("reportedOn").ifPresent(on -> {
            LocalDate received =
                    LocalDate.ofInstant(cases.get(handling.caseNumber()).openedAt(), clock.getZone());
            if (on.isAfter(handling.today())) {
                refusals.add("reportedOn", "inTheFuture");
            } else if (on.isBefore(received)) {
                refusals.add("reportedOn", "beforeTicket", received);
            }
        });
    }

    static void clockRunsOn(Submission report, Refusals hints) {
        hints.add("relatedCase", "ticketStopsNoClock");
    }

    static void technicalDataOnly(Submission report, Refusals hints) {
        hints.add("problem", "technicalDataOnly");
    }
}
