package org.chunfeng.deadline;

/** A suspension that cannot be requested, approved or ended; pages translate the reason. Nothing was changed. */
public class SuspensionRefused extends RuntimeException {

    private final Reason reason;

    /** Why not. */
    public enum Reason {
        DOCUMENT_MISSING,
        PLANNED_END_PASSED,
        NOTHING_TO_SUSPEND,
        SAME_PERSON,
        NOT_PENDING,
        NOT_OPEN
    }

    SuspensionRefused(Reason reason, String detail) {
        super(reason + ": " + detail);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
