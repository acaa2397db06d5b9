package org.chunfeng.deadline;

/** Why projections are renewed, and by whom. */
record Change(ClockEvent.Kind kind, String actor, String reason) {

    /** What a person did is noted in any case, a calendar change only where it moved a date. */
    boolean isNoted(boolean dueMoved) {
        return dueMoved || kind != ClockEvent.Kind.CALENDAR_CHANGED;
    }
}
