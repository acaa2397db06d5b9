package org.chunfeng.overpayment;

import static org.chunfeng.engine.Field.amount;
import static org.chunfeng.engine.Field.date;
import static org.chunfeng.engine.Field.text;
import static org.chunfeng.engine.Rule.atMost;
import static org.chunfeng.engine.Rule.required;

import java.util.List;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.casefile.Money;
import org.chunfeng.engine.Refusals;
import org.chunfeng.engine.Step;
import org.chunfeng.engine.StepRules;
import org.chunfeng.engine.Submission;
import org.springframework.stereotype.Component;

/** What clears an overpayment without a refund: an offset, or a corrected declaration. */
@Component
class SettlementSteps {

    private final CaseFiles cases;

    SettlementSteps(CaseFiles cases) {
        this.cases = cases;
    }

    List<StepRules> steps() {
        return List.of(
                new Step(
                        "recordOffset",
                        List.of(amount("offsetAmount"), text("settledByVoucher"), date("settledOn"), text("opinion")),
                        List.of(
                                required("offsetAmount", "settledByVoucher", "settledOn"),
                                this::offsetIsTheWholeAmount,
                                SettlementSteps::dayIsNotAhead,
                                atMost(30, "settledByVoucher"))),
                new Step(
                        "fixDeclaration",
                        List.of(date("settledOn"), text("settledByVoucher"), text("opinion")),
                        List.of(
                                required("settledOn", "opinion"),
                                SettlementSteps::dayIsNotAhead,
                                atMost(30, "settledByVoucher"))));
    }

    /** What is left over would still be overpaid, so a part does not clear it. */
    private void offsetIsTheWholeAmount(Submission offset, Refusals refusals) {
        Money overpaid = new Money(cases.get(offset.caseNumber()).amountFen());
        offset.amount("offsetAmount")
                .filter(amount -> amount.scale() <= 2)
                .map(Money::ofYuan)
                .filter(amount -> !amount.equals(overpaid))
                .ifPresent(amount -> refusals.add("offsetAmount", "offsetIsPartial", overpaid.toString()));
    }

    private static void dayIsNotAhead(Submission settlement, Refusals refusals) {
        settlement
                .date("settledOn")
                .filter(day -> day.isAfter(settlement.today()))
                .ifPresent(day -> refusals.add("settledOn", "inTheFuture"));
    }
}
