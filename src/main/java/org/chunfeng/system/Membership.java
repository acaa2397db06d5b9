package org.chunfeng.system;

import java.util.List;

/** The groups of an account and the bureaus whose cases it reaches. */
record Membership(List<String> groups, List<String> bureaus) {

    boolean isIn(String group) {
        return groups.contains(group);
    }
}
