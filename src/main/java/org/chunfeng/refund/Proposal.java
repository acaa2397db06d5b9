package org.chunfeng.refund;

import org.chunfeng.casefile.Money;
import org.chunfeng.engine.Submission;

/** What a reviewer proposes: the decision and, where money is refunded, how much of it is paid out or set off. */
record Proposal(String decision, Money approved, Money interest, Money arrears, Money offset, String opinion) {

    static Proposal of(Submission review) {
        return new Proposal(
                review.text("proposal"),
                money(review, "approvedAmount"),
                money(review, "interestAmount"),
                money(review, "arrearsAmount"),
                money(review, "offsetAmount"),
                review.text("opinion"));
    }

    /** What may be set off at most: refund and interest, but no more than the arrears (regulation §79). */
    Money largestOffset() {
        return approved.plus(interest).atMost(arrears);
    }

    private static Money money(Submission review, String field) {
        return review.amount(field).map(Money::ofYuan).orElse(Money.ZERO);
    }
}
