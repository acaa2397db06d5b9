package org.chunfeng.engine;

import java.io.Serializable;
import java.util.Set;

/**
 * Who acts: an account with its groups and its one bureau.
 *
 * @param prefecture whether that bureau is the prefecture, whose people see every county
 */
public record Actor(String userId, Set<String> groups, String bureau, boolean prefecture) implements Serializable {

    /** Nobody at a door: a job of the engine, or our own code. */
    public boolean isSystem() {
        return userId.equals(Actors.SYSTEM);
    }

    public boolean isIn(String group) {
        return groups.contains(group);
    }

    /** County people reach their own county only; prefecture people reach all. */
    public boolean reaches(String otherBureau) {
        return prefecture || bureau.equals(otherBureau);
    }
}
