package org.chunfeng.refund;

import static org.chunfeng.engine.Field.flag;
import static org.chunfeng.engine.Field.text;
import static org.chunfeng.engine.Rule.oneOf;
import static org.chunfeng.engine.Rule.required;
import static org.chunfeng.engine.Rule.requiredWhen;

import java.util.List;
import java.util.stream.Stream;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.engine.Refusals;
import org.chunfeng.engine.Rule;
import org.chunfeng.engine.Step;
import org.chunfeng.engine.StepRules;
import org.chunfeng.engine.Submission;
import org.springframework.stereotype.Component;

/** Revenue accounting's two working days, the treasury, and what follows a returned slip. */
@Component
class AccountingSteps {

    /** No entrance of the model: an answer of the treasury, before it is known whether its case waits for it. */
    static final String ANSWER = "treasuryAnswer";

    private final FourEyes fourEyes;
    private final MessageRules messages;
    private final CaseFiles cases;

    AccountingSteps(FourEyes fourEyes, MessageRules messages, CaseFiles cases) {
        this.fourEyes = fourEyes;
        this.messages = messages;
        this.cases = cases;
    }

    List<StepRules> steps() {
        return List.of(
                new Step(
                        "issueSlip",
                        List.of(text("budgetSubject"), text("budgetLevel"), text("treasuryCode"), text("remark")),
                        List.of(
                                required("budgetSubject", "budgetLevel", "treasuryCode"),
                                oneOf("budgetLevel", "CENTRAL", "REGION", "LEAGUE", "COUNTY"),
                                fourEyes.otherThan("reviewRefund", "approveRefund"))),
                new Step(
                        "checkSlip",
                        List.of(flag("slipRight"), text("opinion")),
                        List.of(
                                required("slipRight"),
                                requiredWhen("slipRight", "false", "opinion"),
                                fourEyes.otherThan("approveRefund", "issueSlip"))),
                new Step("receiveAnswer", TreasuryAnswer.FIELDS, answerRules()),
                new Step(ANSWER, TreasuryAnswer.FIELDS, TreasuryAnswer.RULES_OF_LETTERS),
                new Step("chaseTreasury", List.of(text("chaseNote")), List.of(required("chaseNote"))),
                new Step(
                        "correctAccount",
                        Stream.concat(ApplicationFields.ACCOUNT.stream(), Stream.of(text("contactNote")))
                                .toList(),
                        List.of(
                                required("bankName", "accountName", "accountNo", "contactNote"),
                                AccountRules::accountNumberIsPlausible,
                                this::accountIsTheTaxpayers)),
                new Step(
                        "confirmAccount",
                        List.of(flag("confirmed"), text("opinion")),
                        List.of(required("confirmed"), requiredWhen("confirmed", "false", "opinion"))),
                new Step(
                        "solveTechnicalFault",
                        List.of(text("solution"), flag("reportedToRegion")),
                        List.of(required("solution"))));
    }

    private List<Rule> answerRules() {
        return Stream.concat(
                        TreasuryAnswer.RULES.stream(),
                        Stream.<Rule>of(
                                messages.senderIsOf("revenueAccounting"), messages::answerIsAboutTheCurrentSlip))
                .toList();
    }

    private void accountIsTheTaxpayers(Submission correction, Refusals refusals) {
        String taxpayer = cases.get(correction.caseNumber()).taxpayerName();
        AccountRules.accountIsTheTaxpayers(taxpayer, correction, refusals);
    }
}
