package org.chunfeng.refund;

import static org.chunfeng.engine.Rule.atMost;

import org.chunfeng.casefile.TaxpayerId;
import org.chunfeng.engine.Refusals;
import org.chunfeng.engine.Submission;

/** Who applies, and for whom. */
final class TaxpayerRules {

    private TaxpayerRules() {}

    /** Wrong length or alphabet is an error; a failing check digit needs an override with a reason. */
    static void taxpayerIdIsValid(Submission application, Refusals refusals) {
        if (!application.has("taxpayerId")) {
            return;
        }
        var id = TaxpayerId.of(application.text("taxpayerId"));
        boolean naturalPerson = application.text("matter").equals(RefundMatter.IIT_SETTLEMENT.name());
        if (naturalPerson) {
            if (!id.isCitizenId(application.today())) {
                refusals.add("taxpayerId", "notACitizenId");
            }
            return;
        }
        if (id.value().length() != 18) {
            refusals.add("taxpayerId", "creditCodeLength", id.value().length());
        } else if (!id.hasCreditCodeShape()) {
            refusals.add("taxpayerId", "creditCodeShape");
        } else if (!id.hasCreditCodeCheck() && !application.flag("taxpayerIdOverride")) {
            refusals.add("taxpayerId", "creditCodeCheck");
        }
    }

    static void overrideHasReason(Submission application, Refusals refusals) {
        if (application.flag("taxpayerIdOverride") && !application.has("taxpayerIdOverrideReason")) {
            refusals.add("taxpayerIdOverrideReason", "required");
        }
    }

    /** 留抵退税 may only be asked for by the taxpayer itself; an agent gives its own name. */
    static void applicantMayApply(Submission application, Refusals refusals) {
        if (!application.text("applicantRole").equals("WITHHOLDING_AGENT")) {
            return;
        }
        if (application.text("matter").equals(RefundMatter.INPUT_CREDIT.name())) {
            refusals.add("applicantRole", "onlyTheTaxpayer");
        }
        if (!application.has("applicantName")) {
            refusals.add("applicantName", "required");
        }
    }

    static void phoneIsPlausible(Submission application, Refusals refusals) {
        if (application.has("contactPhone") && !application.text("contactPhone").matches("[0-9+\\- ]{5,30}")) {
            refusals.add("contactPhone", "notAPhone");
        }
    }

    static void textsFit(Submission application, Refusals refusals) {
        atMost(300, "taxpayerName", "applicantName", "accountName").check(application, refusals);
        atMost(60, "contactName").check(application, refusals);
        atMost(80, "bankName").check(application, refusals);
        atMost(64, "requestId").check(application, refusals);
    }

    /** Tells a clerk, who may go on, that the check digit does not fit. */
    static void warnOfOverride(Submission application, Refusals hints) {
        var id = TaxpayerId.of(application.text("taxpayerId"));
        if (id.hasCreditCodeShape() && !id.hasCreditCodeCheck() && application.flag("taxpayerIdOverride")) {
            hints.add("taxpayerId", "creditCodeOverridden");
        }
    }
}
