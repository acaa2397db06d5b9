package org.chunfeng.deregistration;

import static org.chunfeng.engine.Rule.required;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.chunfeng.casefile.CaseKind;
import org.chunfeng.casefile.Documents;
import org.chunfeng.casefile.MaterialRule;
import org.chunfeng.casefile.Materials;
import org.chunfeng.engine.Refusals;
import org.chunfeng.engine.Submission;
import org.springframework.stereotype.Component;

/** What an application has to say beside its answers, depending on them. */
@Component
class CircumstanceRules {

    static final String[] ZERO_ITEMS = {"10101", "10102", "10104", "10109", "30203", "30216"};

    /** An abnormal state older than that is a mistake of typing. */
    private static final int MOST_YEARS = 20;

    private final Materials materials;
    private final Documents documents;

    CircumstanceRules(Materials materials, Documents documents) {
        this.materials = materials;
        this.documents = documents;
    }

    /** 合并、分立: the report comes first. */
    void mergerIsReported(Submission application, Refusals refusals) {
        String reason = application.text("deregistrationReason");
        if ((reason.equals("02") || reason.equals("03")) && !application.flag("mergerReported")) {
            refusals.add("mergerReported", "mergerNotReported");
        }
    }

    /** Plan measure 36: the periods are computed from the first abnormal month. */
    void abnormalPeriodsAreKnown(Submission application, Refusals refusals) {
        if (!ApplicationForm.isAbnormal(application)) {
            return;
        }
        required("abnormalSince", "abnormalItems", "vatFrequency").check(application, refusals);
        Set<String> unknown = new HashSet<>(application.codes("abnormalItems"));
        unknown.removeAll(Set.of(ZERO_ITEMS));
        if (!unknown.isEmpty()) {
            refusals.add("abnormalItems", "unknownCode", String.join("、", unknown));
        }
        application.date("abnormalSince").ifPresent(since -> {
            if (since.isAfter(application.today())) {
                refusals.add("abnormalSince", "inTheFuture");
            }
            if (since.isBefore(application.today().minusYears(MOST_YEARS))) {
                refusals.add("abnormalSince", "tooLongAgo", MOST_YEARS);
            }
        });
    }

    /** As much as 多缴税费清理 needs to open its case. */
    void overpaidTaxIsDescribed(Submission application, Refusals refusals) {
        if (EvidenceFields.answer(application, FactCode.OVERPAID) == Answer.TRUE) {
            required("overpaidArisenOn", "overpaidTaxItem", "overpaidVoucherNo").check(application, refusals);
            required("overpaidPeriodFrom", "overpaidPeriodTo").check(application, refusals);
        }
        for (String field : new String[] {"overpaidArisenOn", "overpaidPeriodFrom"}) {
            application
                    .date(field)
                    .filter(day -> day.isAfter(application.today()))
                    .ifPresent(day -> refusals.add(field, "inTheFuture"));
        }
        var from = application.date("overpaidPeriodFrom");
        var to = application.date("overpaidPeriodTo");
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            refusals.add("overpaidPeriodTo", "periodReversed");
        }
    }

    /** Whoever never handled tax matters has no invoices, no debts and no overpaid tax. */
    void answersAgree(Submission application, Refusals refusals) {
        if (EvidenceFields.answer(application, FactCode.NEVER_HANDLED) != Answer.TRUE) {
            return;
        }
        for (FactCode code : new FactCode[] {
            FactCode.INVOICES_DRAWN, FactCode.TAX_OWED, FactCode.LATE_FEE, FactCode.FINE, FactCode.OVERPAID
        }) {
            if (EvidenceFields.answer(application, code) == Answer.TRUE) {
                refusals.add(code.field(), "neverHandledYet");
            }
        }
    }

    void commitmentIsComplete(Submission application, Refusals refusals) {
        if (application.flag("commitmentSigned")) {
            required("commitmentSignedBy", "commitmentDueOn").check(application, refusals);
        }
        dueInTheFuture(application, refusals);
    }

    static void dueInTheFuture(Submission form, Refusals refusals) {
        LocalDate today = form.today();
        form.date("commitmentDueOn")
                .filter(day -> !day.isAfter(today))
                .ifPresent(day -> refusals.add("commitmentDueOn", "notInTheFuture"));
    }

    void papersBelongToTheMatter(Submission application, Refusals refusals) {
        Set<String> unknown = new HashSet<>(application.codes("materialsPresent"));
        unknown.removeAll(materials.rules(CaseKind.DEREGISTRATION, application.text("matter")).stream()
                .map(MaterialRule::code)
                .collect(Collectors.toSet()));
        if (!unknown.isEmpty()) {
            refusals.add("materialsPresent", "unknownPaper", String.join("、", unknown));
        }
    }

    /** Attachments are one's own uploads, or the case's already. */
    void documentsAreYours(Submission submission, Refusals refusals) {
        String caseNumber = submission.caseNumber() == null ? "" : submission.caseNumber();
        if (!documents.mayAttach(
                submission.codes("documents"), submission.actor().userId(), caseNumber)) {
            refusals.add("documents", "notYourDocument");
        }
    }
}
