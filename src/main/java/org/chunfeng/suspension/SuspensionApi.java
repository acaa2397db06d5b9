package org.chunfeng.suspension;

import java.util.Map;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.engine.Actors;
import org.chunfeng.engine.Refused;
import org.chunfeng.engine.Texts;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Carries a request to suspend to the running case, of whatever kind. */
@RestController
class SuspensionApi {

    private final RuntimeService engine;
    private final CaseFiles cases;
    private final Actors actors;
    private final Texts texts;

    SuspensionApi(RuntimeService engine, CaseFiles cases, Actors actors, Texts texts) {
        this.engine = engine;
        this.cases = cases;
        this.actors = actors;
        this.texts = texts;
    }

    @PostMapping("/api/cases/{caseNumber}/suspension")
    void request(@PathVariable String caseNumber, @RequestBody Map<String, Object> request) {
        CaseFile caseFile = cases.find(caseNumber)
                .filter(found -> actors.current().reaches(found.bureau()))
                .orElseThrow(() -> Refused.of(404, texts.refusal("noSuchCase", "", caseNumber)));
        if (caseFile.isClosed()) {
            throw Refused.of(409, texts.refusal("caseIsClosed", "", caseNumber));
        }
        try {
            engine.createMessageCorrelation(SuspensionProcess.REQUESTED)
                    .processInstanceBusinessKey(caseNumber)
                    .setVariables(request)
                    .correlate();
        } catch (MismatchingMessageCorrelationException neverSuspended) {
            throw Refused.of(409, texts.refusal("neverSuspended", "", caseNumber));
        }
    }
}
