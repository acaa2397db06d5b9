package org.chunfeng.overpayment;

import java.util.List;
import org.chunfeng.engine.Actor;
import org.chunfeng.engine.Actors;
import org.springframework.stereotype.Component;

/** Who loads lists, and on whose behalf a stored one is worked on after he has left. */
@Component
class Loaders {

    static final List<String> GROUPS = List.of("taxSource", "levyAdmin");

    private final Actors actors;

    Loaders(Actors actors) {
        this.actors = actors;
    }

    /** The reach he had when he loaded it: his bureau is kept with the list. */
    Actor actor(String userId, String bureau) {
        return actors.actor(userId, List.of(), List.of(bureau));
    }

    static boolean mayLoad(Actor actor) {
        return GROUPS.stream().anyMatch(actor::isIn);
    }
}
