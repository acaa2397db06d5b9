package org.chunfeng.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void yuanAreKeptExactlyInFen() {
        assertThat(Money.ofYuan(new BigDecimal("12345678901234567.89")).fen()).isEqualTo(1234567890123456789L);
    }

    @Test
    void aThirdDecimalIsAnErrorAndNeverRounded() {
        assertThatThrownBy(() -> Money.ofYuan(new BigDecimal("0.001"))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void moneyIsPrintedWithSeparatorsAndTwoDecimals() {
        assertThat(new Money(123450)).hasToString("1,234.50");
        assertThat(new Money(-5)).hasToString("-0.05");
    }

    @Test
    void theSmallerOfTwoAmountsIsAtMostTheOther() {
        assertThat(new Money(100321).atMost(new Money(40000))).isEqualTo(new Money(40000));
    }
}
