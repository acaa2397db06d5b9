package org.chunfeng.refund;

import org.chunfeng.casefile.Money;
import org.jspecify.annotations.Nullable;

/** 税收收入退还书: the voucher that tells the treasury to pay; state ISSUED, CHECKED, SENT, PAID, WRITTEN_OFF, RETURNED or VOID. */
record Slip(
        String slipNo,
        String caseNumber,
        int issue,
        Money payout,
        Money offset,
        String budgetSubject,
        String budgetLevel,
        String treasuryCode,
        String state,
        String issuedBy,
        @Nullable String checkedBy,
        @Nullable String returnReason) {

    /** The treasury has it, and its write-off (销号) or return is still to come. */
    boolean awaitsTreasury() {
        return state.equals("SENT") || state.equals("PAID");
    }
}
