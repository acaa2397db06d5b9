package org.chunfeng.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the breach report, as people read it.
 *
 * @param doneAt when the late step was finished; null while it is not
 * @param late whole working days after the due time, suspensions taken out; null when it stood still at its end
 * @param stage how far accountability has come
 * @param auditCase the accountability case; null when none was opened
 */
public record BreachRow(
        String caseNumber,
        String taxpayerName,
        String bureau,
        String matter,
        String step,
        String handler,
        Instant dueAt,
        @Nullable Instant doneAt,
        @Nullable Integer late,
        String cause,
        String stage,
        String conclusion,
        @Nullable String auditCase) {}
