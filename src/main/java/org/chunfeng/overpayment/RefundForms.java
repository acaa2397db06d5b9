package org.chunfeng.overpayment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.casefile.Money;
import org.chunfeng.engine.Field;
import org.chunfeng.engine.Submission;
import org.springframework.stereotype.Component;

/** Fills in a refund's application from the facts of an overpayment, so that nobody types them twice. */
@Component
class RefundForms {

    /** The entrance of the refund process whose rules the application has to pass. */
    static final String ENTRANCE = "refundApplied";

    private final CaseFiles cases;
    private final Overpayments overpayments;

    RefundForms(CaseFiles cases, Overpayments overpayments) {
        this.cases = cases;
        this.overpayments = overpayments;
    }

    /** The application as it would be with what is being submitted. */
    Submission with(Submission marking) {
        Overpayment overpayment = overpayments.get(marking.caseNumber());
        Map<String, Object> form = form(cases.get(marking.caseNumber()), overpayment);
        for (Field field : ClassificationSteps.ACCOUNT) {
            if (marking.has(field.name())) {
                form.put(field.name(), marking.text(field.name()));
            }
        }
        form.putIfAbsent("accountName", form.get("taxpayerName"));
        return new Submission(ENTRANCE, null, marking.actor(), marking.today(), form(form, marking));
    }

    /** The application of a case that was classified and confirmed. */
    Submission of(CaseFile caseFile, Submission confirmation) {
        Map<String, Object> form = form(caseFile, overpayments.get(caseFile.caseNumber()));
        return new Submission(ENTRANCE, null, confirmation.actor(), confirmation.today(), form);
    }

    private static Map<String, Object> form(Map<String, Object> form, Submission marking) {
        if (marking.has("refundMatter")) {
            form.put("matter", marking.text("refundMatter"));
        }
        return form;
    }

    private static Map<String, Object> form(CaseFile file, Overpayment overpayment) {
        Map<String, Object> form = new HashMap<>();
        form.put("matter", overpayment.refundMatter().isEmpty() ? "WRONGLY_COLLECTED" : overpayment.refundMatter());
        form.put("applicantRole", "TAXPAYER");
        form.put("taxpayerName", file.taxpayerName());
        form.put("taxpayerId", file.taxpayerId());
        if (!overpayment.idOverrideReason().isEmpty()) {
            form.put("taxpayerIdOverride", "true");
            form.put("taxpayerIdOverrideReason", overpayment.idOverrideReason());
        }
        form.put("refundReason", overpayment.remark().isEmpty() ? file.caseNumber() : overpayment.remark());
        line(form, overpayment, new Money(file.amountFen()));
        List.of("contactName", "contactPhone", "bankName", "accountName", "accountNo")
                .forEach(field -> overpayment.account(field).ifPresent(value -> form.put(field, value)));
        return form;
    }

    private static void line(Map<String, Object> form, Overpayment overpayment, Money overpaid) {
        form.put("taxItemCode", overpayment.taxItem());
        form.put("taxSubItemName", overpayment.subItem());
        form.put("periodFrom", overpayment.periodFrom().toString());
        form.put("periodTo", overpayment.periodTo().toString());
        form.put("voucherNo", overpayment.voucherNo());
        form.put("paidAmount", overpayment.paid().yuan().toPlainString());
        form.put("refundAmount", overpaid.yuan().toPlainString());
    }
}
