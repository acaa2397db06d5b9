package org.chunfeng.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OrderedTextsTest {

    @Test
    void codesKeepTheOrderOfTheirFile() {
        var levels = OrderedTexts.of("codes.properties").under("code.creditLevel.");

        assertThat(levels.keySet()).containsExactly("A", "B", "M", "C", "D");
        assertThat(levels.get("M")).isEqualTo("M 级");
    }
}
