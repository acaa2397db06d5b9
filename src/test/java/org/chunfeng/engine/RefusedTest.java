package org.chunfeng.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RefusedTest {

    @Test
    void severalSentencesReadAsOne() {
        var refused = new Refused(
                400,
                List.of(new Refusal("a", "甲", "甲：必填。"), new Refusal("b", "乙", "乙：必填。"), new Refusal("", "", "甲：必填。")));

        assertThat(refused).hasMessage("甲：必填；乙：必填。");
        assertThat(refused.refusals()).hasSize(3);
    }
}
