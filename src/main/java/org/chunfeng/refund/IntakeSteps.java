package org.chunfeng.refund;

import static org.chunfeng.engine.Field.flag;
import static org.chunfeng.engine.Field.text;
import static org.chunfeng.engine.Rule.oneOf;
import static org.chunfeng.engine.Rule.required;
import static org.chunfeng.engine.Rule.requiredWhen;

import java.util.List;
import org.chunfeng.engine.Rule;
import org.chunfeng.engine.Step;
import org.chunfeng.engine.StepRules;
import org.springframework.stereotype.Component;

/** From the counter, or the electronic tax bureau, to acceptance. */
@Component
class IntakeSteps {

    private final LineRules lines;
    private final MatterRules matter;
    private final PaperRules papers;

    IntakeSteps(LineRules lines, MatterRules matter, PaperRules papers) {
        this.lines = lines;
        this.matter = matter;
        this.papers = papers;
    }

    List<StepRules> steps() {
        return List.of(
                application("refundApplied"),
                application("refundFiled"),
                new Step(
                        "acceptRefund",
                        List.of(
                                text("decision"),
                                text("materialsPresent"),
                                text("materialsOnFile"),
                                text("declineReason")),
                        List.of(
                                required("decision"),
                                oneOf("decision", "ACCEPT", "DECLINE"),
                                requiredWhen("decision", "DECLINE", "declineReason"),
                                papers::papersAreOfTheCase,
                                papers::papersOnFileAreOnFile)),
                new Step(
                        "supplementMaterials",
                        List.of(text("materialsPresent"), text("documents"), text("secondRequestReason")),
                        List.of(
                                papers::papersAreOfTheCase,
                                papers::documentsAreYours,
                                papers::anotherRequestHasReason)),
                new Step(
                        "permitSupplement",
                        List.of(flag("permitted"), text("opinion")),
                        List.of(required("permitted", "opinion"))));
    }

    private Step application(String step) {
        return new Step(step, ApplicationFields.ALL, applicationRules(), List.of(TaxpayerRules::warnOfOverride));
    }

    private List<Rule> applicationRules() {
        return List.of(
                required("matter", "applicantRole", "taxpayerName", "taxpayerId", "contactName", "contactPhone"),
                required("refundReason", "bankName", "accountName", "accountNo"),
                oneOf("matter", RefundMatter.codes()),
                oneOf("applicantRole", "TAXPAYER", "WITHHOLDING_AGENT"),
                oneOf("creditLevel", "A", "B", "M", "C", "D"),
                TaxpayerRules::taxpayerIdIsValid,
                TaxpayerRules::overrideHasReason,
                TaxpayerRules::applicantMayApply,
                TaxpayerRules::phoneIsPlausible,
                TaxpayerRules::textsFit,
                lines::linesAreComplete,
                AccountRules::accountNumberIsPlausible,
                (form, refusals) -> AccountRules.accountIsTheTaxpayers(form.text("taxpayerName"), form, refusals),
                matter::factsOfTheMatter,
                matter::applicationIsNotFromTheFuture,
                matter::papersBelongToTheMatter,
                matter::papersOnFileAreOnFile,
                papers::documentsAreYours,
                matter::applicationIsNew,
                lines::vouchersAreNotClaimedTwice);
    }
}
