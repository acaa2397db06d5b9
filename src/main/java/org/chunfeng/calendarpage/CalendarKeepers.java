package org.chunfeng.calendarpage;

import org.chunfeng.engine.Actor;
import org.chunfeng.engine.Actors;
import org.chunfeng.engine.Refused;
import org.springframework.stereotype.Component;

/** Who keeps the calendar: administrators, and the prefecture's levy administration; one calendar holds for every county. */
@Component
class CalendarKeepers {

    private final Actors actors;
    private final Wording wording;

    CalendarKeepers(Actors actors, Wording wording) {
        this.actors = actors;
        this.wording = wording;
    }

    boolean present() {
        Actor actor = actors.current();
        return actor.isIn("camunda-admin") || actor.isIn("levyAdmin") && actor.prefecture();
    }

    /** The account that acts, if it may. */
    String insist() {
        if (!present()) {
            throw Refused.of(403, wording.text("refusal.calendar.notYours"));
        }
        return actors.current().userId();
    }
}
