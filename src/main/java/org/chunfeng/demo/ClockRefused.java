package org.chunfeng.demo;

/** A wish the time machine does not grant; the key names the sentence under demo.clock in messages/demo.properties. */
final class ClockRefused extends RuntimeException {

    private final String key;
    private final transient Object[] arguments;

    ClockRefused(String key, Object... arguments) {
        super("The time machine refuses: " + key);
        this.key = "demo.clock." + key;
        this.arguments = arguments;
    }

    String key() {
        return key;
    }

    Object[] arguments() {
        return arguments;
    }
}
