package org.chunfeng.deregistration;

/** What is known of a question; unknown is never yes, and never no either. */
enum Answer {
    TRUE,
    FALSE,
    UNKNOWN;

    static Answer of(boolean known) {
        return known ? TRUE : FALSE;
    }
}
