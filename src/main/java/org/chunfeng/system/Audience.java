package org.chunfeng.system;

import java.util.Collection;

/** For whom a route of the engine is open. */
enum Audience {
    EVERYBODY,
    OPERATORS,
    ADMINS,
    NOBODY;

    boolean admits(Collection<String> groups) {
        boolean admin = groups.contains(Department.ADMIN.id());
        return switch (this) {
            case EVERYBODY -> true;
            case OPERATORS -> admin || groups.contains(Department.OPS.id());
            case ADMINS -> admin;
            case NOBODY -> false;
        };
    }
}
