package org.chunfeng.refund;

import static org.chunfeng.engine.Field.flag;
import static org.chunfeng.engine.Field.text;
import static org.chunfeng.engine.Rule.required;

import java.util.List;
import org.chunfeng.engine.Step;
import org.chunfeng.engine.StepRules;
import org.chunfeng.suspension.SuspensionSteps;
import org.springframework.stereotype.Component;

/** Withdrawal, 加急 and 中止, beside the main road. */
@Component
class SideSteps {

    private final MessageRules messages;
    private final SuspensionSteps suspension;

    SideSteps(MessageRules messages, SuspensionSteps suspension) {
        this.messages = messages;
        this.suspension = suspension;
    }

    List<StepRules> steps() {
        return List.of(
                new Step(
                        RefundProcess.WITHDRAWN,
                        List.of(text("withdrawReason")),
                        List.of(
                                required("withdrawReason"),
                                messages.senderIsOf("hallIntake", "leaderOnDuty"),
                                messages::slipIsNotSent)),
                new Step(
                        RefundProcess.EXPEDITE_REQUESTED,
                        List.of(text("expediteReason")),
                        List.of(
                                required("expediteReason"),
                                messages.senderIsOf("hallIntake", "leaderOnDuty", "taxSource", "revenueAccounting"))),
                new Step(
                        "approveExpedite",
                        List.of(flag("expedited"), text("opinion")),
                        List.of(required("expedited", "opinion"))),
                new Step("expediteRefund", List.of(text("contactLog")), List.of(required("contactLog"))),
                suspension.requestedBy("taxSource", "revenueAccounting", "hallIntake"));
    }
}
