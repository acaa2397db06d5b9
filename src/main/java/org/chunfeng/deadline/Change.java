package org.chunfeng.deadline;

/** Why projections are renewed, and by whom. */
record Change(ClockEvent.Kind kind, String actor, String reason) {

    /** What a person did has a reason and is noted in any case, what the system noticed only where it moved a date. */
    boolean isNoted(boolean dueMoved) {
        return dueMoved || kind == ClockEvent.Kind.BUDGET_CHANGED || !reason.isEmpty();
    }
}
