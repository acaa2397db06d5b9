package org.chunfeng.audit;

import org.jspecify.annotations.Nullable;

/**
 * The accountability case of one breach.
 *
 * @param lateHandler who held the task when its time ran out; null when nobody had claimed it
 * @param silent whether the time to explain passed without a word
 * @param passedOn whether the referral passed on by itself
 */
record AuditCase(
        String caseNumber,
        long breachId,
        String lateCase,
        String lateStep,
        @Nullable String lateHandler,
        String lateGroup,
        @Nullable String cause,
        String explanation,
        boolean silent,
        String referral,
        @Nullable String referredBy,
        boolean passedOn,
        @Nullable String conclusion,
        String opinion) {

    boolean isExplained() {
        return silent || cause != null;
    }

    boolean isReferred() {
        return passedOn || referredBy != null;
    }
}
