package org.chunfeng.engine;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What forms ask the server: their texts, and the rules while somebody types. */
@RestController
@RequestMapping("/api")
class FormController {

    private final FormTexts forms;
    private final Checks checks;
    private final Actors actors;
    private final CasesAtHand cases;
    private final ProcessModels models;
    private final Clock clock;

    FormController(
            FormTexts forms, Checks checks, Actors actors, CasesAtHand cases, ProcessModels models, Clock clock) {
        this.forms = forms;
        this.checks = checks;
        this.actors = actors;
        this.cases = cases;
        this.models = models;
        this.clock = clock;
    }

    @GetMapping("/forms/{process}/{step}")
    FormTexts.FormText form(@PathVariable String process, @PathVariable String step) {
        return forms.of(process, step);
    }

    @PostMapping("/checks/{process}/{step}")
    CheckAnswer check(@PathVariable String process, @PathVariable String step, @RequestBody CheckRequest request) {
        var submission = new Submission(
                step,
                caseNumber(process, step, request),
                actors.current(),
                LocalDate.now(clock),
                request.valuesOrNone());
        return new CheckAnswer(checks.check(process, submission), checks.hints(process, submission));
    }

    private @Nullable String caseNumber(String process, String step, CheckRequest request) {
        if (request.taskId() != null) {
            return cases.of(request.taskId())
                    .filter(task -> task.step().equals(step))
                    .map(CasesAtHand.AtHand::caseNumber)
                    .orElseThrow(() -> checks.refuse(404, "noSuchTask"));
        }
        if (request.caseNumber() == null && !models.begins(process, step)) {
            throw checks.refuse(400, "noSuchEntrance");
        }
        if (request.caseNumber() != null && !cases.reaches(actors.current(), process, request.caseNumber())) {
            throw checks.refuse(404, "outOfReach");
        }
        return request.caseNumber();
    }

    /** What was typed so far, for a task or a case or, at a start, for neither. */
    record CheckRequest(
            @Nullable String caseNumber,
            @Nullable String taskId,
            @Nullable Map<String, Object> values) {

        Map<String, Object> valuesOrNone() {
            return values == null ? Map.of() : values;
        }
    }

    /** What the server would refuse, and remarks that do not block. */
    record CheckAnswer(List<Refusal> refusals, List<Refusal> hints) {}
}
