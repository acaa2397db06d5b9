package org.chunfeng.refund;

import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.casefile.CaseStatus;
import org.chunfeng.engine.Refusals;
import org.chunfeng.engine.Rule;
import org.chunfeng.engine.Submission;
import org.springframework.stereotype.Component;

/** What may come in from outside a task: withdrawal, expedite request, the treasury's answer. */
@Component
class MessageRules {

    private final CaseFiles cases;
    private final Slips slips;

    MessageRules(CaseFiles cases, Slips slips) {
        this.cases = cases;
        this.slips = slips;
    }

    /** Refuses people of other groups, and of other counties. */
    Rule senderIsOf(String... groups) {
        return Rule.senderIsOf(cases::bureauOf, groups);
    }

    void slipIsNotSent(Submission submission, Refusals refusals) {
        if (cases.get(submission.caseNumber()).status() == CaseStatus.SENT) {
            refusals.add("", "slipIsSent");
        }
    }

    void answerIsAboutTheCurrentSlip(Submission submission, Refusals refusals) {
        String current =
                slips.current(submission.caseNumber()).map(Slip::slipNo).orElse("");
        if (submission.has("slipNo") && !submission.text("slipNo").equals(current)) {
            refusals.add("slipNo", "notTheCurrentSlip", current);
        }
    }
}
