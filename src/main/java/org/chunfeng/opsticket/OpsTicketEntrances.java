package org.chunfeng.opsticket;

import static org.chunfeng.engine.Field.date;
import static org.chunfeng.engine.Field.flag;
import static org.chunfeng.engine.Field.text;
import static org.chunfeng.engine.Rule.atMost;
import static org.chunfeng.engine.Rule.oneOf;
import static org.chunfeng.engine.Rule.required;
import static org.chunfeng.engine.Rule.requiredWhen;

import java.util.List;
import org.chunfeng.engine.ProcessRules;
import org.chunfeng.engine.Step;
import org.chunfeng.engine.StepRules;
import org.springframework.stereotype.Component;

/** Every entrance of the ticket process. */
@Component
class OpsTicketEntrances implements ProcessRules {

    private static final int LONGEST = 500;
    private static final int LONGEST_REFERENCE = 60;

    private final TicketRules rules;

    OpsTicketEntrances(TicketRules rules) {
        this.rules = rules;
    }

    @Override
    public String process() {
        return OpsTicketProcess.KEY;
    }

    @Override
    public List<StepRules> steps() {
        return List.of(report(), handling(), answer(), confirmation(), withdrawal());
    }

    private Step report() {
        return new Step(
                OpsTicketProcess.REPORTED,
                List.of(text("requestId"), text("faultySystem"), text("matter"), text("problem"), text("relatedCase")),
                List.of(
                        required("faultySystem", "matter", "problem"),
                        oneOf(
                                "faultySystem",
                                "TAX_CORE",
                                "E_TAX",
                                "TREASURY_LINK",
                                "INVOICE",
                                "CHUNFENG",
                                "OTHER_SYSTEM"),
                        oneOf("matter", "FAULT", "DATA", "TRANSMISSION", "PERMISSION", "OTHER_TICKET"),
                        atMost(LONGEST, "problem"),
                        atMost(64, "requestId"),
                        rules.requestIsNew(),
                        rules::caseIsOpenAndOurs),
                List.of(TicketRules::technicalDataOnly, TicketRules::clockRunsOn));
    }

    private Step handling() {
        return new Step(
                OpsTicketProcess.HANDLE,
                List.of(text("ticketOutcome"), text("solution"), text("regionReference"), date("reportedOn")),
                List.of(
                        required("ticketOutcome"),
                        oneOf("ticketOutcome", "SOLVED", "REPORTED"),
                        requiredWhen("ticketOutcome", "SOLVED", "solution"),
                        requiredWhen("ticketOutcome", "REPORTED", "regionReference", "reportedOn"),
                        atMost(LONGEST, "solution"),
                        atMost(LONGEST_REFERENCE, "regionReference"),
                        rules::reportedMeanwhile));
    }

    private static Step answer() {
        return new Step(
                "awaitRegion",
                List.of(text("regionAnswer")),
                List.of(required("regionAnswer"), atMost(LONGEST, "regionAnswer")));
    }

    private static Step confirmation() {
        return new Step(
                OpsTicketProcess.CONFIRM,
                List.of(flag("solvedConfirmed"), text("stillWrong")),
                List.of(
                        required("solvedConfirmed"),
                        requiredWhen("solvedConfirmed", "false", "stillWrong"),
                        atMost(LONGEST, "stillWrong")));
    }

    private Step withdrawal() {
        return new Step(
                OpsTicketProcess.WITHDRAWN,
                List.of(text("withdrawReason")),
                List.of(required("withdrawReason"), atMost(LONGEST, "withdrawReason"), rules.senderIsOfTheBureau()));
    }
}
