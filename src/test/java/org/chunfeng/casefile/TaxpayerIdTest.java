package org.chunfeng.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaxpayerIdTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91152921FAKE00013N",
                "91152922FAKE000210",
                "92152923FAKE0003X3",
                "12152900FAKE000481",
                "91152971FAKE00056H",
                " 91152921fake00013n "
            })
    void aCreditCodeWithTheRightCheckDigitIsValid(String typed) {
        var id = TaxpayerId.of(typed);

        assertThat(id.hasCreditCodeShape()).isTrue();
        assertThat(id.hasCreditCodeCheck()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"91152921FAKE00013M", "91350100M0001TGQXM"})
    void aWrongCheckDigitIsNoWrongShape(String typed) {
        var id = TaxpayerId.of(typed);

        assertThat(id.hasCreditCodeShape()).isTrue();
        assertThat(id.hasCreditCodeCheck()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"91152921FAKE0001SN", "91152921FAKE0001", "91152921FAKE00013N0", "", "9115292IFAKE00013N"})
    void aForeignLetterOrLengthIsAWrongShape(String typed) {
        assertThat(TaxpayerId.of(typed).hasCreditCodeShape()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"152921190001010012", "152922190003150023", "15292319000119001X", "15292319000119001x"})
    void aCitizenIdWithRealBirthDateAndCheckDigitIsValid(String typed) {
        assertThat(TaxpayerId.of(typed).isCitizenId(TODAY)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"152921190002290013", "152921190001010013", "15292119000101001", "91152921FAKE00013N"})
    void anImpossibleBirthDateOrCheckDigitIsNot(String typed) {
        assertThat(TaxpayerId.of(typed).isCitizenId(TODAY)).isFalse();
    }

    @Test
    void nobodyIsBornTomorrow() {
        assertThat(TaxpayerId.of("152921190001010012").isCitizenId(LocalDate.of(1899, 12, 31)))
                .isFalse();
    }

    @Test
    void aMaskedIdKeepsItsEnds() {
        assertThat(new TaxpayerId("152921190001010012").masked()).isEqualTo("152921********0012");
    }
}
