package org.chunfeng.deadline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whole days on which a clock stands still (办理时限中止, plan measure 34): half-open, so the day of resumption counts again.
 *
 * @param to null while it lasts
 */
public record Suspension(LocalDate from, @Nullable LocalDate to) {

    public Suspension {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("Suspension from %s to %s runs backwards".formatted(from, to));
        }
    }

    boolean covers(LocalDate date) {
        return !date.isBefore(from) && (to == null || date.isBefore(to));
    }

    boolean isOpen() {
        return to == null;
    }
}
