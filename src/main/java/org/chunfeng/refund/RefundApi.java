package org.chunfeng.refund;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.casefile.CaseKind;
import org.chunfeng.engine.Actors;
import org.chunfeng.engine.Refused;
import org.chunfeng.engine.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Files refunds for the electronic tax bureau, and carries withdrawals and expedite requests to the running case. */
@RestController
@RequestMapping("/api/refunds")
class RefundApi {

    /** What became of an application: its case, and whether that case was there before. */
    record Filed(String caseNumber, boolean filedBefore) {}

    private final RuntimeService engine;
    private final CaseFiles cases;
    private final Actors actors;
    private final Texts texts;

    RefundApi(RuntimeService engine, CaseFiles cases, Actors actors, Texts texts) {
        this.engine = engine;
        this.cases = cases;
        this.actors = actors;
        this.texts = texts;
    }

    /** The same requestId, sent again, answers the same case. */
    @PostMapping
    Filed file(@RequestBody Map<String, Object> application) {
        String requestId = String.valueOf(application.getOrDefault("requestId", ""));
        Filed before = filedBefore(requestId);
        if (before != null) {
            return before;
        }
        try {
            return new Filed(start(application), false);
        } catch (Refused inTheSameMoment) {
            Filed winner = filedBefore(requestId);
            if (winner == null) {
                throw inTheSameMoment;
            }
            return winner;
        }
    }

    @PostMapping("/{caseNumber}/withdrawal")
    void withdraw(@PathVariable String caseNumber, @RequestBody Map<String, Object> withdrawal) {
        correlate(RefundProcess.WITHDRAWN, caseNumber, withdrawal);
    }

    @PostMapping("/{caseNumber}/expedite")
    void expedite(@PathVariable String caseNumber, @RequestBody Map<String, Object> request) {
        correlate(RefundProcess.EXPEDITE_REQUESTED, caseNumber, request);
    }

    private @Nullable Filed filedBefore(String requestId) {
        return cases.findByRequest(requestId)
                .map(cases::get)
                .filter(caseFile -> caseFile.kind() == CaseKind.REFUND)
                .filter(caseFile -> actors.current().reaches(caseFile.bureau()))
                .map(caseFile -> new Filed(caseFile.caseNumber(), true))
                .orElse(null);
    }

    private String start(Map<String, Object> application) {
        return engine.createMessageCorrelation(RefundProcess.FILED)
                .setVariables(application)
                .correlateStartMessage()
                .getBusinessKey();
    }

    private void correlate(String message, String caseNumber, Map<String, Object> fields) {
        CaseFile caseFile = cases.find(caseNumber)
                .filter(found -> actors.current().reaches(found.bureau()))
                .orElseThrow(() -> Refused.of(404, texts.refusal("noSuchCase", "", caseNumber)));
        if (caseFile.isClosed()) {
            throw Refused.of(409, texts.refusal("caseIsClosed", "", caseNumber));
        }
        engine.createMessageCorrelation(message)
                .processInstanceBusinessKey(caseNumber)
                .setVariables(fields)
                .correlate();
    }
}
