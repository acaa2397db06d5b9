package org.chunfeng.deadline;

/** How much a deadline binds: the bureau's own target, a promise to the public, or the law. */
public enum ClockKind {
    INTERNAL,
    PROMISE,
    LEGAL
}
