package org.chunfeng.deadline;

import java.time.Instant;

/**
 * The fact that a deadline was exceeded; it is never erased.
 *
 * @param handler the account that had the work at that time; empty when nobody had taken it
 * @param dueAt the due time that passed
 */
public record Breach(
        long id,
        long clockId,
        String bureau,
        String caseNumber,
        String step,
        ClockKind kind,
        String handler,
        Instant dueAt,
        Instant recordedAt) {}
