package org.chunfeng.overpayment;

import static org.chunfeng.engine.Field.date;
import static org.chunfeng.engine.Field.flag;
import static org.chunfeng.engine.Field.text;
import static org.chunfeng.engine.Rule.oneOf;
import static org.chunfeng.engine.Rule.required;
import static org.chunfeng.engine.Rule.requiredWhen;
import static org.chunfeng.engine.Rule.senderIsOf;

import java.util.List;
import java.util.stream.Stream;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.engine.Field;
import org.chunfeng.engine.Refusals;
import org.chunfeng.engine.Step;
import org.chunfeng.engine.StepRules;
import org.chunfeng.engine.Submission;
import org.springframework.stereotype.Component;

/** The source department's part: classification, its second pair of eyes before a refund, and the re-check. */
@Component
class ClassificationSteps {

    static final List<Field> ACCOUNT = List.of(
            text("contactName"), text("contactPhone"), text("bankName"), text("accountName"), text("accountNo"));

    static final List<Field> MARKING = Stream.concat(
                    Stream.of(
                            text("overpaymentClass"),
                            text("opinion"),
                            text("unclearableReason"),
                            text("reasonText"),
                            date("recheckOn"),
                            text("refundMatter")),
                    ACCOUNT.stream())
            .toList();

    private final ClassificationRules rules;
    private final CaseEvents events;
    private final CaseFiles cases;

    ClassificationSteps(ClassificationRules rules, CaseEvents events, CaseFiles cases) {
        this.rules = rules;
        this.events = events;
        this.cases = cases;
    }

    List<StepRules> steps() {
        return List.of(
                classification(OverpaymentProcess.CLASSIFY),
                classification(OverpaymentProcess.RECLASSIFY),
                new Step(
                        OverpaymentProcess.CONFIRM,
                        List.of(flag("refundConfirmed"), text("opinion")),
                        List.of(
                                required("refundConfirmed"),
                                requiredWhen("refundConfirmed", "false", "opinion"),
                                this::classifierDoesNotConfirm)),
                new Step(
                        "awaitRecheck",
                        List.of(text("recheckReason")),
                        List.of(required("recheckReason"), senderIsOf(cases::bureauOf, "taxSource"))));
    }

    private Step classification(String step) {
        return new Step(
                step,
                MARKING,
                List.of(
                        required("overpaymentClass"),
                        oneOf("overpaymentClass", OverpaymentClass.codes()),
                        oneOf("unclearableReason", ClassificationRules.REASONS),
                        oneOf("refundMatter", "WRONGLY_COLLECTED", "SETTLEMENT"),
                        rules::reasonIsGiven,
                        rules::recheckIsAhead,
                        RowRules::contactIsPlausible,
                        RowRules::textsFit,
                        rules::refundWouldBeAccepted));
    }

    /** 国税函〔2011〕19号: nobody sends money off alone. */
    private void classifierDoesNotConfirm(Submission confirmation, Refusals refusals) {
        boolean own = Stream.of(OverpaymentProcess.CLASSIFY, OverpaymentProcess.RECLASSIFY)
                .flatMap(step -> events.lastActor(confirmation.caseNumber(), step).stream())
                .anyMatch(confirmation.actor().userId()::equals);
        if (own) {
            refusals.add("", "fourEyes.classifyOverpayment");
        }
    }
}
