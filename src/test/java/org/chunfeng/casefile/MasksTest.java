package org.chunfeng.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MasksTest {

    @Test
    void anAccountShowsItsLastFourDigits() {
        assertThat(Masks.account("6228480123456784321")).isEqualTo("**** 4321");
    }

    @Test
    void aCitizensNumberIsMaskedAndAFirmsIsNot() {
        assertThat(Masks.taxpayerId("152921190001010012")).isEqualTo("152921********0012");
        assertThat(Masks.taxpayerId("91152921FAKE00013N")).isEqualTo("91152921FAKE00013N");
    }

    @Test
    void aPhoneNumberKeepsItsBeginningAndItsEnd() {
        assertThat(Masks.phone("13904831234")).isEqualTo("139****1234");
    }

    @Test
    void onlyWhatAMaskChangesIsPersonal() {
        assertThat(Fact.account("银行账号", "6228480123456784321").isPersonal()).isTrue();
        assertThat(Fact.taxpayerId("识别号", "91152921FAKE00013N").isPersonal()).isFalse();
        assertThat(Fact.of("说明", "6228480123456784321").isPersonal()).isFalse();
    }
}
