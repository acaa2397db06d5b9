package org.chunfeng.overpayment;

import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.engine.Refusals;
import org.chunfeng.engine.Submission;
import org.springframework.stereotype.Component;

/** One overpayment is one case: what was reported before is refused, naming the case. */
@Component
class ReportRules {

    private final Overpayments overpayments;
    private final CaseFiles cases;

    ReportRules(Overpayments overpayments, CaseFiles cases) {
        this.overpayments = overpayments;
        this.cases = cases;
    }

    void overpaymentIsNew(Submission row, Refusals refusals) {
        if (!refusals.isEmpty()) {
            return;
        }
        overpayments
                .caseOf(FoundOverpayment.of(row).naturalKey())
                .ifPresent(known -> refusals.add("", "overpaymentKnown", known));
    }

    void requestIsNew(Submission row, Refusals refusals) {
        if (row.has("requestId")) {
            cases.findByRequest(row.text("requestId"))
                    .ifPresent(earlier -> refusals.add("requestId", "alreadyFiled", earlier));
        }
    }

    void findingCaseExists(Submission row, Refusals refusals) {
        if (row.has("relatedCase") && cases.find(row.text("relatedCase")).isEmpty()) {
            refusals.add("relatedCase", "noSuchCase", row.text("relatedCase"));
        }
    }
}
