package org.chunfeng.calendarpage;

import org.chunfeng.deadline.DeadlineClock;
import org.chunfeng.deadline.Deadlines;
import org.chunfeng.engine.Actors;
import org.chunfeng.engine.Refused;
import org.springframework.stereotype.Component;

/** Explains clocks to whoever reaches their case; all others hear what they would hear of a clock that does not exist. */
@Component
class ClockExplanations {

    private final Deadlines deadlines;
    private final Explainer explainer;
    private final Actors actors;
    private final Wording wording;

    ClockExplanations(Deadlines deadlines, Explainer explainer, Actors actors, Wording wording) {
        this.deadlines = deadlines;
        this.explainer = explainer;
        this.actors = actors;
        this.wording = wording;
    }

    Explained of(String id) {
        long clockId = id.matches("\\d{1,18}") ? Long.parseLong(id) : 0;
        DeadlineClock clock = deadlines
                .find(clockId)
                .filter(found -> actors.current().reaches(found.bureau()))
                .orElseThrow(() -> Refused.of(404, wording.text("refusal.calendar.noSuchClock")));
        return explainer.of(deadlines.explanation(clock.id()));
    }
}
