package org.chunfeng.casefile;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An amount of yuan, kept in fen. */
public record Money(long fen) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    /** Exactly these yuan; more than two decimals are an error, never rounded. */
    public static Money ofYuan(BigDecimal yuan) {
        return new Money(
                yuan.movePointRight(2).setScale(0, RoundingMode.UNNECESSARY).longValueExact());
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(fen, other.fen));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(fen, other.fen));
    }

    public Money atMost(Money other) {
        return fen <= other.fen ? this : other;
    }

    public boolean isPositive() {
        return fen > 0;
    }

    public BigDecimal yuan() {
        return BigDecimal.valueOf(fen, 2);
    }

    /** As printed: 1,234.50 */
    @Override
    public String toString() {
        return String.format("%,.2f", yuan());
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }
}
