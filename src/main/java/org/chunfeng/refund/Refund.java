package org.chunfeng.refund;

import org.chunfeng.casefile.Money;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a refund beyond its case file.
 *
 * @param approved what the reviewer proposes to refund; null before the review
 * @param offset the part of refund and interest that is set off against arrears (regulation §79)
 * @param proposal APPROVE or REFUSE; null before the review
 * @param paperRequests how often the taxpayer was asked for papers
 */
record Refund(
        String caseNumber,
        String bankName,
        String accountName,
        String accountNo,
        Money applied,
        @Nullable Money approved,
        Money interest,
        Money arrears,
        Money offset,
        @Nullable String proposal,
        String opinion,
        int paperRequests) {

    /** What reaches the taxpayer's account. */
    Money payout() {
        return (approved == null ? Money.ZERO : approved).plus(interest).minus(offset);
    }
}
