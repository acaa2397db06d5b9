package org.chunfeng.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The names of people behind their accounts. */
@Component
public class People {

    private final IdentityService identities;
    private final Actors actors;
    private final Texts texts;

    People(@Lazy IdentityService identities, Actors actors, Texts texts) {
        this.identities = identities;
        this.actors = actors;
        this.texts = texts;
    }

    public String nameOf(String userId) {
        return namesOf(Set.of(userId)).getOrDefault(userId, userId);
    }

    /** Names by account; accounts that are unknown or have no name are left out. */
    public Map<String, String> namesOf(Collection<String> userIds) {
        Map<String, String> names = new HashMap<>();
        if (userIds.isEmpty()) {
            return names;
        }
        actors.asSystem(() -> identities
                .createUserQuery()
                .userIdIn(Set.copyOf(userIds).toArray(String[]::new))
                .list()
                .forEach(user -> put(names, user)));
        if (userIds.contains(Actors.SYSTEM)) {
            names.put(Actors.SYSTEM, texts.code("actor", Actors.SYSTEM));
        }
        return names;
    }

    private static void put(Map<String, String> names, User user) {
        String name = (text(user.getLastName()) + text(user.getFirstName())).strip();
        if (!name.isEmpty()) {
            names.put(user.getId(), name);
        }
    }

    private static String text(String part) {
        return part == null ? "" : part;
    }
}
