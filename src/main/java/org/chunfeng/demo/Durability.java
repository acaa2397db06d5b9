package org.chunfeng.demo;

import java.util.Map;

/** What a power cut may cost: nothing (the demo keeps its data), or everything (a test's data is thrown away). */
enum Durability {
    FULL("on"),
    NONE("off");

    private final Map<String, String> settings;

    Durability(String state) {
        this.settings = Map.of("fsync", state, "synchronous_commit", state, "full_page_writes", state);
    }

    Map<String, String> settings() {
        return settings;
    }
}
