package org.chunfeng.opsticket;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.casefile.CaseKind;
import org.chunfeng.engine.Actors;
import org.chunfeng.engine.Refused;
import org.chunfeng.engine.Texts;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Withdraws a ticket from its case page. */
@RestController
@RequestMapping("/api/tickets")
class OpsTicketApi {

    private final RuntimeService engine;
    private final CaseFiles cases;
    private final Actors actors;
    private final Texts texts;

    OpsTicketApi(RuntimeService engine, CaseFiles cases, Actors actors, Texts texts) {
        this.engine = engine;
        this.cases = cases;
        this.actors = actors;
        this.texts = texts;
    }

    @PostMapping("/{caseNumber}/withdrawal")
    void withdraw(@PathVariable String caseNumber, @RequestBody Map<String, Object> withdrawal) {
        if (reached(caseNumber).isClosed()) {
            throw Refused.of(409, texts.refusal("caseIsClosed", "", caseNumber));
        }
        engine.createMessageCorrelation(OpsTicketProcess.WITHDRAWN)
                .processInstanceBusinessKey(caseNumber)
                .setVariables(withdrawal)
                .correlate();
    }

    /** The ticket, if it is of this person's bureau; otherwise the same answer as for one that does not exist. */
    private CaseFile reached(String caseNumber) {
        return cases.find(caseNumber)
                .filter(file -> file.kind() == CaseKind.OPS_TICKET)
                .filter(file -> actors.current().reaches(file.bureau()))
                .orElseThrow(() -> Refused.of(404, texts.refusal("noSuchCase", "", caseNumber)));
    }
}
