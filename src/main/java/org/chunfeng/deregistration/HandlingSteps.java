package org.chunfeng.deregistration;

import static org.chunfeng.engine.Field.date;
import static org.chunfeng.engine.Field.flag;
import static org.chunfeng.engine.Field.text;
import static org.chunfeng.engine.Rule.oneOf;
import static org.chunfeng.engine.Rule.required;
import static org.chunfeng.engine.Rule.requiredWhen;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chunfeng.engine.Field;
import org.chunfeng.engine.Rule;
import org.chunfeng.engine.Step;
import org.chunfeng.engine.StepRules;
import org.chunfeng.suspension.SuspensionSteps;
import org.springframework.stereotype.Component;

/** The general flow, the follow-up of a commitment, and what may come in from outside. */
@Component
class HandlingSteps {

    private static final List<Field> REVIEW = Stream.concat(
                    Stream.of(
                            text("clearanceProposal"), text("opinion"), text("otherItem"), text("secondRequestReason")),
                    EvidenceFields.of(FactCode.REVIEWED).stream())
            .toList();

    private final ClearanceRules clearance;
    private final ItemRules items;
    private final OverpaidRules overpaid;
    private final SenderRules senders;
    private final CircumstanceRules circumstances;
    private final SuspensionSteps suspension;

    HandlingSteps(
            ClearanceRules clearance,
            ItemRules items,
            OverpaidRules overpaid,
            SenderRules senders,
            CircumstanceRules circumstances,
            SuspensionSteps suspension) {
        this.clearance = clearance;
        this.items = items;
        this.overpaid = overpaid;
        this.senders = senders;
        this.circumstances = circumstances;
        this.suspension = suspension;
    }

    List<StepRules> steps() {
        return List.of(
                settlement(),
                new Step("reviewDeregistration", REVIEW, review()),
                new Step(
                        "permitFurtherItems",
                        List.of(flag("permitted"), text("opinion")),
                        List.of(required("permitted", "opinion"))),
                new Step(
                        "approveDeregistration",
                        List.of(text("approval"), text("opinion")),
                        List.of(
                                required("approval"),
                                oneOf("approval", "APPROVE", "SEND_BACK"),
                                requiredWhen("approval", "SEND_BACK", "opinion"),
                                clearance.otherThan("reviewDeregistration"))),
                new Step(
                        "issueClearance",
                        List.of(text("deliveredBy"), text("receivedBy")),
                        List.of(
                                required("deliveredBy", "receivedBy"),
                                oneOf("deliveredBy", "COUNTER", "POST", "ONLINE"),
                                clearance.otherThan("approveDeregistration"),
                                clearance::promiseIsNotOverdue)),
                new Step(
                        DeregistrationProcess.FULFIL,
                        List.of(text("itemsSettled"), text("settlementNote"), text("documents")),
                        List.of(required("itemsSettled"), items::everyPromiseIsKept, circumstances::documentsAreYours)),
                new Step(
                        DeregistrationProcess.WITHDRAWN,
                        List.of(text("withdrawReason")),
                        List.of(
                                required("withdrawReason"),
                                senders.senderIsOf("hallIntake", "leaderOnDuty"),
                                senders::nothingIsIssued)),
                new Step(
                        DeregistrationProcess.OVERPAYMENT_CLEARED,
                        List.of(text("clearanceNote")),
                        List.of(senders.senderIsOf("taxSource"), overpaid::overpaymentIsClosed)),
                suspension.requestedBy("taxSource", "hallIntake"));
    }

    private Step settlement() {
        return new Step(
                "settleOpenItems",
                List.of(
                        text("itemsSettled"),
                        text("itemsPromised"),
                        text("commitmentSignedBy"),
                        date("commitmentDueOn"),
                        text("settlementNote"),
                        text("documents")),
                List.of(
                        items::itemsAreOpen,
                        overpaid::settlementAgrees,
                        items::onlyPapersArePromised,
                        items::whatStaysOpenIsExplained,
                        circumstances::documentsAreYours));
    }

    private List<Rule> review() {
        List<Rule> rules = new ArrayList<>(EvidenceFields.rules(FactCode.REVIEWED));
        rules.addAll(List.of(
                required("clearanceProposal"),
                oneOf("clearanceProposal", "PASS", "REFUSE", "OPEN_ITEMS"),
                requiredWhen("clearanceProposal", "REFUSE", "opinion"),
                (form, refusals) -> {
                    if (refusals.isEmpty()) {
                        clearance.clearanceRestsOnFacts(form, refusals);
                        clearance.returnNamesItems(form, refusals);
                        overpaid.reviewAgrees(form, refusals);
                    }
                }));
        return List.copyOf(rules);
    }
}
