package org.chunfeng.overpayment;

import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.engine.Refusals;
import org.chunfeng.engine.Rule;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.Texts;
import org.springframework.stereotype.Component;

/** One overpayment is one case: what was reported before is refused, naming the case. */
@Component
class ReportRules {

    private final Overpayments overpayments;
    private final CaseFiles cases;
    private final Texts texts;

    ReportRules(Overpayments overpayments, CaseFiles cases, Texts texts) {
        this.overpayments = overpayments;
        this.cases = cases;
        this.texts = texts;
    }

    void overpaymentIsNew(Submission row, Refusals refusals) {
        if (!refusals.isEmpty()) {
            return;
        }
        overpayments
                .caseOf(FoundOverpayment.of(row).naturalKey())
                .ifPresent(known -> refusals.add("", "overpaymentKnown", named(known, row)));
    }

    void requestIsNew(Submission row, Refusals refusals) {
        Rule.requestIsNew(cases::findByRequestInTurn, cases::bureauOf).check(row, refusals);
    }

    void findingCaseExists(Submission row, Refusals refusals) {
        if (row.has("relatedCase") && cases.find(row.text("relatedCase")).isEmpty()) {
            refusals.add("relatedCase", "noSuchCase", row.text("relatedCase"));
        }
    }

    /** Another county's cases are not told by their numbers. */
    private String named(String caseNumber, Submission report) {
        String bureau = cases.bureauOf(caseNumber);
        return report.actor().reaches(bureau) ? caseNumber : texts.refusal("ofAnotherBureau", "");
    }
}
