package org.chunfeng.deregistration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.casefile.CaseKind;
import org.chunfeng.engine.Actors;
import org.chunfeng.engine.Refused;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells beforehand how a deregistration would be handled, files it, and withdraws it. */
@RestController
@RequestMapping("/api/deregistrations")
class DeregistrationApi {

    /** What became of an application: its case, its certificate if it was cleared at once, and whether it was there before. */
    record Filed(String caseNumber, @Nullable String certificateNo, boolean filedBefore) {}

    /** An open item as a form shows it. */
    record Item(String code, String name, String state, boolean promisable) {}

    private final RuntimeService engine;
    private final CaseFiles cases;
    private final Clearances clearances;
    private final Preview preview;
    private final OpenItems items;
    private final ZeroSheet zeros;
    private final DeregistrationReach reach;
    private final Actors actors;
    private final Texts texts;
    private final Clock clock;

    DeregistrationApi(
            RuntimeService engine,
            CaseFiles cases,
            Clearances clearances,
            Preview preview,
            OpenItems items,
            ZeroSheet zeros,
            DeregistrationReach reach,
            Actors actors,
            Texts texts,
            Clock clock) {
        this.engine = engine;
        this.cases = cases;
        this.clearances = clearances;
        this.preview = preview;
        this.items = items;
        this.zeros = zeros;
        this.reach = reach;
        this.actors = actors;
        this.texts = texts;
        this.clock = clock;
    }

    /** Answers the track and every failing condition, while the form is still incomplete; changes nothing. */
    @PostMapping("/track")
    Preview.Answered track(@RequestBody Map<String, Object> form) {
        reach.only("hallIntake", "taxSource", "leaderOnDuty", "levyAdmin");
        return preview.of(new Submission("deregistrationApplied", null, actors.current(), LocalDate.now(clock), form));
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
            return filed(start(application), false);
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
        CaseFile file = reach.reach(caseNumber);
        if (file.isClosed()) {
            throw Refused.of(409, texts.refusal("caseIsClosed", "", caseNumber));
        }
        engine.createMessageCorrelation(DeregistrationProcess.WITHDRAWN)
                .processInstanceBusinessKey(caseNumber)
                .setVariables(withdrawal)
                .correlate();
    }

    @GetMapping("/{caseNumber}/items")
    List<Item> items(@PathVariable String caseNumber) {
        reach.reach(caseNumber);
        return items.of(caseNumber).stream()
                .map(item ->
                        new Item(item.code(), item.name(), item.state().name(), OpenItem.mayBePromised(item.code())))
                .toList();
    }

    @GetMapping("/{caseNumber}/periods")
    List<ZeroSheet.Tax> periods(@PathVariable String caseNumber) {
        reach.reach(caseNumber);
        return zeros.of(caseNumber);
    }

    private @Nullable Filed filedBefore(String requestId) {
        return cases.findByRequest(requestId)
                .map(cases::get)
                .filter(file -> file.kind() == CaseKind.DEREGISTRATION)
                .filter(file -> actors.current().reaches(file.bureau()))
                .map(file -> filed(file.caseNumber(), true))
                .orElse(null);
    }

    private Filed filed(String caseNumber, boolean before) {
        return new Filed(
                caseNumber,
                clearances.find(caseNumber).map(Clearance::certificateNo).orElse(null),
                before);
    }

    private String start(Map<String, Object> application) {
        return engine.createMessageCorrelation(DeregistrationProcess.FILED)
                .setVariables(application)
                .correlateStartMessage()
                .getBusinessKey();
    }
}
