package org.chunfeng.deregistration;

import static org.chunfeng.engine.Field.flag;
import static org.chunfeng.engine.Field.text;
import static org.chunfeng.engine.Rule.oneOf;
import static org.chunfeng.engine.Rule.required;

import java.util.ArrayList;
import java.util.List;
import org.chunfeng.engine.Rule;
import org.chunfeng.engine.Step;
import org.chunfeng.engine.StepRules;
import org.springframework.stereotype.Component;

/** The application, and what comes before its acceptance. */
@Component
class ApplicationSteps {

    private static final String[] REASONS = {"01", "02", "03", "06", "07", "09", "10", "11", "99"};

    private final ApplicantRules applicant;
    private final CircumstanceRules circumstances;
    private final Preview preview;
    private final ItemRules items;
    private final OverpaidRules overpaid;

    ApplicationSteps(
            ApplicantRules applicant,
            CircumstanceRules circumstances,
            Preview preview,
            ItemRules items,
            OverpaidRules overpaid) {
        this.applicant = applicant;
        this.circumstances = circumstances;
        this.preview = preview;
        this.items = items;
        this.overpaid = overpaid;
    }

    List<StepRules> steps() {
        return List.of(
                new Step("deregistrationApplied", ApplicationForm.ALL, rules()),
                new Step(DeregistrationProcess.FILED, ApplicationForm.ALL, rules()),
                new Step(
                        "confirmZeroDeclarations",
                        List.of(
                                text("zeroDecision"),
                                text("nonZeroPeriods"),
                                text("zeroSignedBy"),
                                flag("zeroConfirmed")),
                        List.of(
                                required("zeroDecision"),
                                oneOf("zeroDecision", "ALL_ZERO", "NOT_ZERO"),
                                items::confirmationIsWhole)));
    }

    private List<Rule> rules() {
        List<Rule> rules = new ArrayList<>(List.of(
                required("matter", "deregistrationReason", "taxpayerClass", "taxpayerName", "taxpayerId"),
                required("contactName", "contactPhone"),
                oneOf("matter", "TAX_CLEARANCE", "TAX_DEREGISTRATION"),
                oneOf("deregistrationReason", REASONS),
                oneOf("taxpayerClass", "GENERAL", "SMALL", "OTHER"),
                oneOf("creditLevel", "A", "B", "M", "C", "D"),
                oneOf("vatFrequency", "MONTHLY", "QUARTERLY"),
                applicant::taxpayerIdIsValid,
                applicant::headOfficeIsNamed,
                applicant::contactIsPlausible,
                applicant::applicationIsNew,
                overpaid::booksKnowOfNone,
                circumstances::mergerIsReported,
                circumstances::abnormalPeriodsAreKnown,
                circumstances::overpaidTaxIsDescribed,
                circumstances::answersAgree,
                circumstances::commitmentIsComplete,
                circumstances::papersBelongToTheMatter,
                circumstances::documentsAreYours));
        rules.addAll(EvidenceFields.rules(ApplicationForm.FACTS));
        rules.add((application, refusals) -> {
            if (refusals.isEmpty()) {
                preview.instantIsNotPutOffSilently(application, refusals);
            }
        });
        return List.copyOf(rules);
    }
}
