package org.chunfeng.deregistration;

import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.engine.Refusals;
import org.chunfeng.engine.Rule;
import org.chunfeng.engine.Submission;
import org.springframework.stereotype.Component;

/** Who may send a case messages, and until when. */
@Component
class SenderRules {

    private final CaseFiles cases;
    private final Clearances clearances;

    SenderRules(CaseFiles cases, Clearances clearances) {
        this.cases = cases;
        this.clearances = clearances;
    }

    /** Refuses people of other groups, and of other counties. */
    Rule senderIsOf(String... groups) {
        return Rule.senderIsOf(cases::bureauOf, groups);
    }

    void nothingIsIssued(Submission withdrawal, Refusals refusals) {
        clearances
                .find(withdrawal.caseNumber())
                .ifPresent(issued -> refusals.add("", "clearanceIsIssued", issued.certificateNo()));
    }
}
