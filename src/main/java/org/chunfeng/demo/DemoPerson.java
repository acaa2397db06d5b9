package org.chunfeng.demo;

import java.util.List;

/** An account of the demo: who it is, its group, and the bureaus whose cases it sees. */
record DemoPerson(String id, String name, String group, List<String> bureaus) {

    static final String PASSWORD = "Chunfeng-2026";

    String email() {
        return id + "@chunfeng.example";
    }
}
