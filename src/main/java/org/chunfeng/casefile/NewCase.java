package org.chunfeng.casefile;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What must be known to open a case.
 *
 * @param requestId the sender's own number of the application; the same one never opens two cases
 */
public record NewCase(
        CaseKind kind,
        String matter,
        String taxpayerClass,
        String bureau,
        String taxpayerId,
        String taxpayerName,
        @Nullable Long amountFen,
        String channel,
        @Nullable String requestId,
        @Nullable String relatedCase,
        String openedBy,
        Instant appliedAt,
        @Nullable LocalDate arisenOn) {}
