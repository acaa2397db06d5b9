package org.chunfeng.overpayment;

import java.util.Optional;

/** How an overpayment came to its end; also the outcome of its case file. */
enum Settlement {
    REFUNDED,
    /** The refund was refused: it was no overpayment, or nobody may have it back. */
    REFUSED,
    OFFSET,
    DECLARATION_FIXED;

    /** Empty where the refund ended without deciding about the money (withdrawn, declined). */
    static Optional<Settlement> byRefund(String outcome) {
        return switch (outcome) {
            case "PAID" -> Optional.of(REFUNDED);
            case "REFUSED" -> Optional.of(REFUSED);
            default -> Optional.empty();
        };
    }
}
