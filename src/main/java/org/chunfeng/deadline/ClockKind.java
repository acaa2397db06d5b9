package org.chunfeng.deadline;

/** How much a deadline binds: the bureau's own target, a promise to the public, or the law. */
public enum ClockKind {
    INTERNAL,
    PROMISE,
    LEGAL;

    /** A bureau may suspend its own limits (plan measure 34), never one that a law sets. */
    boolean canBeSuspended() {
        return this != LEGAL;
    }
}
