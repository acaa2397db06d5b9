package org.chunfeng.deregistration;

import org.chunfeng.casefile.CaseFile;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.casefile.CaseKind;
import org.chunfeng.engine.Actors;
import org.chunfeng.engine.Refused;
import org.chunfeng.engine.Texts;
import org.springframework.stereotype.Component;

/** Which deregistrations somebody reaches, and what his department may do. */
@Component
class DeregistrationReach {

    private final CaseFiles cases;
    private final Actors actors;
    private final Texts texts;

    DeregistrationReach(CaseFiles cases, Actors actors, Texts texts) {
        this.cases = cases;
        this.actors = actors;
        this.texts = texts;
    }

    /** The case, if it is one of this person's bureau; otherwise the same answer as for one that does not exist. */
    CaseFile reach(String caseNumber) {
        return cases.find(caseNumber)
                .filter(file -> file.kind() == CaseKind.DEREGISTRATION)
                .filter(file -> actors.current().reaches(file.bureau()))
                .orElseThrow(() -> Refused.of(404, texts.refusal("noSuchCase", "", caseNumber)));
    }

    /** Refuses whoever belongs to none of these departments. */
    void only(String... departments) {
        for (String department : departments) {
            if (actors.current().isIn(department)) {
                return;
            }
        }
        throw Refused.of(403, texts.refusal("doorNotYours", ""));
    }
}
