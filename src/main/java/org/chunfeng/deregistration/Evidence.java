package org.chunfeng.deregistration;

import java.time.Instant;
import org.chunfeng.casefile.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one question, where it was looked up, and who vouches for it.
 *
 * @param amount for questions about money; null for others, and where it is not known
 * @param confirmedBy null while it is not known
 */
record Evidence(
        FactCode code,
        Answer answer,
        @Nullable Money amount,
        String source,
        @Nullable String confirmedBy,
        @Nullable Instant confirmedAt) {

    static Evidence of(FactCode code, Answer answer, String source, String by, Instant at) {
        boolean known = answer != Answer.UNKNOWN;
        return new Evidence(code, answer, null, source, known ? by : null, known ? at : null);
    }

    static Evidence ofAmount(FactCode code, Money amount, String source, String by, Instant at) {
        return new Evidence(code, Answer.of(amount.isPositive()), amount, source, by, at);
    }
}
