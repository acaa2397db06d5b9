package org.chunfeng.casepage;

import java.util.List;
import org.chunfeng.casefile.AccessLog;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.casefile.FactGroup;
import org.chunfeng.engine.Actor;
import org.chunfeng.engine.Actors;
import org.chunfeng.engine.CasesAtHand;
import org.chunfeng.engine.Refused;
import org.springframework.stereotype.Component;

/** Who may see which case, and who sees its personal numbers in full. */
@Component
class CaseAccess {

    /** They write account numbers on slips, so they need them. */
    private static final String REVENUE_ACCOUNTING = "revenueAccounting";

    private final CaseFiles cases;
    private final Actors actors;
    private final CasesAtHand atHand;
    private final AccessLog log;
    private final Wordings wordings;

    CaseAccess(CaseFiles cases, Actors actors, CasesAtHand atHand, AccessLog log, Wordings wordings) {
        this.cases = cases;
        this.actors = actors;
        this.atHand = atHand;
        this.log = log;
        this.wordings = wordings;
    }

    /** The case, if it is one of this person's bureau; otherwise the same answer as for one that does not exist. */
    CaseFile reach(String caseNumber) {
        Actor actor = actors.current();
        return cases.find(caseNumber)
                .filter(found -> actor.reaches(found.bureau()))
                .orElseThrow(this::outOfReach);
    }

    Refused outOfReach() {
        return Refused.of(404, wordings.text("refusal.outOfReach"));
    }

    boolean seesInFull(String caseNumber) {
        Actor actor = actors.current();
        return actor.isIn(REVENUE_ACCOUNTING)
                || atHand.openTasks(caseNumber).stream()
                        .anyMatch(task -> task.assignee().equals(actor.userId()));
    }

    /** The facts as this person may see them; a look at full personal numbers is written down. */
    List<FactGroup> shown(String caseNumber, List<FactGroup> groups, boolean inFull, String place) {
        if (!inFull) {
            return groups.stream().map(FactGroup::masked).toList();
        }
        if (groups.stream().anyMatch(FactGroup::isPersonal)) {
            log.seen(caseNumber, actors.current().userId(), place);
        }
        return groups;
    }
}
