package org.chunfeng.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.chunfeng.ChunfengTest;
import org.chunfeng.TestPeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What browsers are told about the files of the engine's web applications. */
@ChunfengTest
class WebappHeadersTest {

    @Autowired
    private TestPeople people;

    @Test
    void whatOpensOutOfTasklistIsAPageLikeAnyOther() {
        var page = people.signedIn("zuoqi.hallIntake").page("/camunda/app/tasklist/default/");

        assertThat(page.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("script-src 'nonce-", "frame-ancestors 'none'", "object-src 'none'")
                .contains("sandbox allow-forms", "allow-modals", "allow-popups-to-escape-sandbox")
                .doesNotContain("block-all-mixed-content", "$NONCE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scripts/config.js", "locales/zh.json", "chunfeng/look.css", "styles/user-styles.css"})
    void aNewVersionsFilesAreSeenAtOnce(String file) {
        var answer = people.signedIn("zuoqi.hallIntake").get("/camunda/app/tasklist/" + file);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-cache");
    }

    @Test
    void theIconIsThereBeforeAnybodySignsIn() {
        var icon = people.nobody().page("/favicon.ico");

        assertThat(icon.statusCode()).isEqualTo(200);
        assertThat(icon.body()).isNotEmpty();
    }
}
