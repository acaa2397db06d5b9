package org.chunfeng.audit;

import org.chunfeng.deadline.Point;
import org.chunfeng.deadline.RungPlace;
import org.jspecify.annotations.Nullable;

/**
 * One rung of the escalation ladder: a row of ladder.dmn.
 *
 * @param id the id of its row
 * @param role who is told; null when nobody is
 */
record Rung(
        String id, RungPlace place, Action action, @Nullable Role role) {

    boolean isBeforeDue() {
        return place.point().compareTo(Point.DUE) < 0;
    }

    /** Beyond that, no timer of a model climbs. */
    boolean isUpToDue() {
        return place.point().compareTo(Point.DUE) <= 0;
    }
}
