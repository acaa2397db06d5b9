package org.chunfeng.system;

import org.chunfeng.TestPeople;
import org.chunfeng.Visitor;

/** The two ways to the engine's REST interface: another system with a password, and a browser that is signed in. */
public enum Door {
    REST("/engine-rest") {
        @Override
        public Visitor visitor(TestPeople people, String userId) {
            return people.withPassword(userId);
        }
    },
    TASKLIST("/camunda/api/engine/engine/default") {
        @Override
        public Visitor visitor(TestPeople people, String userId) {
            Visitor visitor = people.signedIn(userId);
            visitor.get("/camunda/api/admin/auth/user/default");
            return visitor;
        }
    };

    private final String prefix;

    Door(String prefix) {
        this.prefix = prefix;
    }

    /** Somebody who stands at this door. */
    public abstract Visitor visitor(TestPeople people, String userId);

    public String path(String route) {
        return prefix + route;
    }
}
