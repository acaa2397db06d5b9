package org.chunfeng.calendarpage;

import org.chunfeng.calendar.OfficeHours;
import org.chunfeng.engine.Texts;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Explains due times to programs: of a clock, or of any start and budget. */
@RestController
class ExplanationApi {

    private final ClockExplanations clocks;
    private final Explainer explainer;
    private final OfficeHours hours;
    private final Texts texts;

    ExplanationApi(ClockExplanations clocks, Explainer explainer, OfficeHours hours, Texts texts) {
        this.clocks = clocks;
        this.explainer = explainer;
        this.hours = hours;
        this.texts = texts;
    }

    @GetMapping("/api/clocks/{id}/explanation")
    Explained clock(@PathVariable String id) {
        return clocks.of(id);
    }

    @GetMapping("/api/calendar/deadline")
    Explained deadline(DeadlineQuestion question) {
        DeadlineQuestion.Readable readable = question.read(hours, texts);
        return explainer.of(readable.startedAt(), readable.budget());
    }
}
