package org.chunfeng.casefile;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A case as every process sees it.
 *
 * @param caseNumber 受理编号, also the engine's business key
 * @param matter code of the matter within its kind, e.g. SETTLEMENT
 * @param taxpayerClass GENERAL, SMALL or OTHER, frozen at acceptance
 * @param bureau the responsible bureau, also the engine's tenant
 * @param amountFen what the case is about, in fen; null where it is not about money
 * @param relatedCase the case that this one grew out of
 * @param appliedAt when the taxpayer filed
 * @param acceptedAt when the bureau accepted, which starts its promise; null before
 * @param arisenOn when an overpayment arose; null for other cases
 */
public record CaseFile(
        String caseNumber,
        CaseKind kind,
        String matter,
        String taxpayerClass,
        String bureau,
        String taxpayerId,
        String taxpayerName,
        @Nullable Long amountFen,
        String channel,
        @Nullable String relatedCase,
        CaseStatus status,
        @Nullable String outcome,
        boolean expedited,
        String openedBy,
        Instant openedAt,
        Instant appliedAt,
        @Nullable Instant acceptedAt,
        @Nullable LocalDate arisenOn,
        @Nullable Instant closedAt) {

    public boolean isClosed() {
        return status == CaseStatus.CLOSED;
    }
}
