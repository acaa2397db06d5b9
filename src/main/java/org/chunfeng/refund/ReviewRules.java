package org.chunfeng.refund;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.casefile.MaterialRule;
import org.chunfeng.casefile.Materials;
import org.chunfeng.casefile.Money;
import org.chunfeng.engine.Refusals;
import org.chunfeng.engine.Rule;
import org.chunfeng.engine.Submission;
import org.springframework.stereotype.Component;

/** What a reviewer may propose. */
@Component
class ReviewRules {

    private final CaseFiles cases;
    private final Refunds refunds;
    private final Materials materials;

    ReviewRules(CaseFiles cases, Refunds refunds, Materials materials) {
        this.cases = cases;
        this.refunds = refunds;
        this.materials = materials;
    }

    void approvalNamesAnAmount(Submission review, Refusals refusals) {
        if (!review.text("proposal").equals("APPROVE")) {
            return;
        }
        Rule.required("approvedAmount").check(review, refusals);
        if (!review.has("approvedAmount")) {
            return;
        }
        Proposal proposal = Proposal.of(review);
        Money applied = refunds.get(review.caseNumber()).applied();
        if (!proposal.approved().isPositive()) {
            refusals.add("approvedAmount", "atLeastOneFen");
        }
        if (proposal.approved().compareTo(applied) > 0) {
            refusals.add("approvedAmount", "aboveApplied", applied.toString());
        }
    }

    /** Regulation §78: no interest for settlement, export and exemption refunds. */
    void interestIsDue(Submission review, Refusals refusals) {
        if (Proposal.of(review).interest().isPositive() && !matter(review).bearsInterest()) {
            refusals.add("interestAmount", "noInterest");
        }
    }

    /** Regulation §79 and 工作规程 §22: at most the arrears, confirmed, and never against an export refund. */
    void offsetIsLawful(Submission review, Refusals refusals) {
        if (!review.text("proposal").equals("APPROVE")) {
            return;
        }
        Proposal proposal = Proposal.of(review);
        if (!proposal.offset().isPositive()) {
            return;
        }
        if (!matter(review).allowsOffset()) {
            refusals.add("offsetAmount", "noOffsetForExport");
        } else if (proposal.offset().compareTo(proposal.largestOffset()) > 0) {
            refusals.add(
                    "offsetAmount",
                    "aboveLargestOffset",
                    proposal.largestOffset().toString());
        } else if (!review.flag("offsetConfirmed")) {
            refusals.add("offsetConfirmed", "confirmOffset");
        }
    }

    void offsetIsDecided(Submission review, Refusals refusals) {
        boolean inArrears = Proposal.of(review).arrears().isPositive();
        if (review.text("proposal").equals("APPROVE")
                && inArrears
                && matter(review).allowsOffset()) {
            Rule.required("offsetAmount").check(review, refusals);
        }
    }

    /** Plan measure 9: a return names papers of the checklist, and never one that the guide has dropped. */
    void returnNamesPapersThatMayBeAskedFor(Submission review, Refusals refusals) {
        if (!review.text("proposal").equals("RETURN")) {
            return;
        }
        Rule.required("returnedMaterials").check(review, refusals);
        Set<String> notAskable = new HashSet<>(review.codes("returnedMaterials"));
        notAskable.removeAll(askable(review.caseNumber()));
        if (!notAskable.isEmpty()) {
            refusals.add("returnedMaterials", "mayNotBeAskedFor", String.join("、", notAskable));
        }
    }

    /** 优化营商环境条例 §36: one notice names all gaps; another one needs a leader, who needs a reason. */
    void anotherRequestHasReason(Submission review, Refusals refusals) {
        boolean again = refunds.get(review.caseNumber()).paperRequests() > 0;
        if (review.text("proposal").equals("RETURN") && again) {
            Rule.required("secondRequestReason").check(review, refusals);
        }
    }

    /** Proposes, unasked, the amount to set off. */
    void proposeOffset(Submission review, Refusals hints) {
        Money proposed = Proposal.of(review).largestOffset();
        if (proposed.isPositive() && matter(review).allowsOffset()) {
            hints.add("offsetAmount", "offsetProposed", proposed.yuan().toPlainString());
        }
    }

    private RefundMatter matter(Submission review) {
        return RefundMatter.valueOf(cases.get(review.caseNumber()).matter());
    }

    private Set<String> askable(String caseNumber) {
        CaseFile caseFile = cases.get(caseNumber);
        Set<String> onFile = materials.of(caseNumber).stream()
                .filter(material -> material.state().equals("ON_FILE"))
                .map(material -> material.code())
                .collect(Collectors.toSet());
        return materials.rules(caseFile.kind(), caseFile.matter()).stream()
                .filter(MaterialRule::isRequired)
                .map(MaterialRule::code)
                .filter(code -> !onFile.contains(code))
                .collect(Collectors.toSet());
    }
}
