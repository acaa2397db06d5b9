package org.chunfeng.casepage;

import java.util.List;

/** Who is signed in, as the head of a page shows it. */
record Person(String userId, String name, String bureauName, String departments, List<String> groups) {

    public boolean isIn(String... any) {
        return List.of(any).stream().anyMatch(groups::contains);
    }
}
