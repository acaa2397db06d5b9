package org.chunfeng.refund;

import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.engine.Refusals;
import org.chunfeng.engine.Rule;
import org.chunfeng.engine.Submission;
import org.springframework.stereotype.Component;

/** 国税函〔2011〕19号: who approves, issues and checks are different people, and accounting does not approve. */
@Component
class FourEyes {

    private final CaseEvents events;

    FourEyes(CaseEvents events) {
        this.events = events;
    }

    /** Refuses whoever took one of these steps of the case last. */
    Rule otherThan(String... steps) {
        return (submission, refusals) -> {
            for (String step : steps) {
                if (tookLast(submission, step)) {
                    refusals.add("", "fourEyes." + step);
                }
            }
        };
    }

    void accountingDoesNotApprove(Submission submission, Refusals refusals) {
        if (submission.actor().isIn("revenueAccounting")) {
            refusals.add("", "accountingDoesNotApprove");
        }
    }

    private boolean tookLast(Submission submission, String step) {
        return events.lastActor(submission.caseNumber(), step)
                .filter(submission.actor().userId()::equals)
                .isPresent();
    }
}
