package org.chunfeng.overpayment;

import static org.chunfeng.engine.Rule.required;

import java.util.List;
import org.chunfeng.engine.Checks;
import org.chunfeng.engine.Refusals;
import org.chunfeng.engine.Submission;
import org.springframework.stereotype.Component;

/** What a classification must say (plan measure 31). */
@Component
class ClassificationRules {

    static final String[] REASONS = {
        "TAXPAYER_UNREACHABLE",
        "DISPUTED_DATA",
        "OFFSET_PENDING",
        "UNDER_INSPECTION",
        "DEREGISTERED",
        "BELOW_3Y_LIMIT_EXPIRED",
        "OTHER"
    };

    private static final int SHORTEST_EXPLANATION = 10;
    private static final int LATEST_RECHECK_MONTHS = 12;

    private final RefundForms refunds;
    private final Checks checks;

    ClassificationRules(RefundForms refunds, Checks checks) {
        this.refunds = refunds;
        this.checks = checks;
    }

    /** Unclearable rows carry a reason; OTHER has to say which. */
    void reasonIsGiven(Submission marking, Refusals refusals) {
        if (!isUnclearable(marking)) {
            return;
        }
        required("unclearableReason", "recheckOn").check(marking, refusals);
        boolean other = marking.text("unclearableReason").equals("OTHER");
        if (other && marking.text("reasonText").length() < SHORTEST_EXPLANATION) {
            refusals.add("reasonText", "tooShort", SHORTEST_EXPLANATION);
        }
    }

    void recheckIsAhead(Submission marking, Refusals refusals) {
        if (!isUnclearable(marking)) {
            return;
        }
        marking.date("recheckOn").ifPresent(day -> {
            boolean ahead = day.isAfter(marking.today());
            if (!ahead || day.isAfter(marking.today().plusMonths(LATEST_RECHECK_MONTHS))) {
                refusals.add("recheckOn", "recheckTooFar", LATEST_RECHECK_MONTHS);
            }
        });
    }

    /** What the refund would refuse is refused here, where the account can still be filled in. */
    void refundWouldBeAccepted(Submission marking, Refusals refusals) {
        boolean isRefund = marking.text("overpaymentClass").equals(OverpaymentClass.REFUND.name());
        if (!isRefund || !refusals.isEmpty() || marking.caseNumber() == null) {
            return;
        }
        List<org.chunfeng.engine.Refusal> found = checks.check("refund", refunds.with(marking));
        found.forEach(one -> refusals.add(ownField(one.field()), "refundRefuses", one.message()));
    }

    private static boolean isUnclearable(Submission marking) {
        return marking.text("overpaymentClass").equals(OverpaymentClass.CANNOT_CLEAR.name());
    }

    /** A field of the refund that is asked for here as well, or none. */
    private static String ownField(String field) {
        return ClassificationSteps.ACCOUNT.stream().anyMatch(one -> one.name().equals(field)) ? field : "";
    }
}
