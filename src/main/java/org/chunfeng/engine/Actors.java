package org.chunfeng.engine;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Who acts right now, as the engine was told at the door. */
@Component
public class Actors {

    /** Nobody is signed in: a job of the engine or our own code at start. */
    public static final String SYSTEM = "system";

    private final IdentityService identities;
    private final String prefecture;

    Actors(@Lazy IdentityService identities, @Value("${chunfeng.prefecture}") String prefecture) {
        this.identities = identities;
        this.prefecture = prefecture;
    }

    public Actor current() {
        Authentication authentication = identities.getCurrentAuthentication();
        if (authentication == null || authentication.getUserId() == null) {
            return new Actor(SYSTEM, Set.of(), prefecture, true);
        }
        return actor(authentication.getUserId(), authentication.getGroupIds(), authentication.getTenantIds());
    }

    /** An account with the bureaus it was given; whoever belongs to the prefecture sees every county. */
    public Actor actor(String userId, List<String> groups, List<String> bureaus) {
        boolean inPrefecture = bureaus.contains(prefecture);
        String bureau = inPrefecture ? prefecture : bureaus.stream().findFirst().orElse("");
        return new Actor(userId, Set.copyOf(groups), bureau, inPrefecture);
    }

    /** Does something that nobody at a door may do, such as opening an audit case. */
    public void asSystem(Runnable work) {
        Authentication before = identities.getCurrentAuthentication();
        identities.clearAuthentication();
        try {
            work.run();
        } finally {
            if (before != null) {
                identities.setAuthentication(before.getUserId(), before.getGroupIds(), before.getTenantIds());
            }
        }
    }
}
