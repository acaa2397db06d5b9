package org.chunfeng.supervision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case that was drawn.
 *
 * @param reason OVERDUE, BREACHED, SUSPENDED or RETURNED
 * @param days working days late at the moment of the draw, or suspended
 */
record SupervisionItem(
        String caseNumber,
        String reason,
        String step,
        @Nullable Instant dueAt,
        @Nullable Integer days) {}
