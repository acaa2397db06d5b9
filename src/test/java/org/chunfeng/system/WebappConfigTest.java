package org.chunfeng.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chunfeng.system.WebappFiles.labels;
import static org.chunfeng.system.WebappFiles.text;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads the settings and styles that we put in the place of the maker's. */
class WebappConfigTest {
    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
    void theMakersBannerIsGone(String app) {
        assertThat(text(app, "styles/user-styles.css")).containsPattern("@import url\\(\".*chunfeng/look.css\"\\)");
        assertThat(text("tasklist", "chunfeng/look.css")).containsPattern("\\.ce-eol-banner \\{\\s*display: none;");
        assertThat(text(app, "scripts/config.js")).contains("disableWelcomeMessage: true");
    }

    @ParameterizedTest
    @CsvSource({"tasklist, zh", "welcome, zh", "admin, zh", "cockpit, en"})
    void theApplicationOffersOnlyLocalesThatItHas(String app, String fallback) {
        var config = text(app, "scripts/config.js");

        var offered = found(Pattern.compile("(?<=[\\[,])'\\w+'(?=[],])"), inBrackets(config, "availableLocales"));

        assertThat(config).contains("fallbackLocale: '" + fallback + "'");
        assertThat(offered)
                .contains("'" + fallback + "'")
                .allSatisfy(locale ->
                        assertThat(labels(app, locale.replace("'", ""))).isNotEmpty());
    }

    @Test
    void everyScriptOfTasklistExistsAndLoadsOnlyWhatExists() {
        var scripts = found(
                Pattern.compile("[\\w/]+\\.js"), inBrackets(text("tasklist", "scripts/config.js"), "customScripts"));

        assertThat(scripts)
                .isNotEmpty()
                .allSatisfy(script -> assertThat(text("tasklist", script)).isNotEmpty());
        assertThat(found(Pattern.compile("(?<=from '\\./)[\\w.]+"), text("tasklist", scripts.get(0))))
                .isNotEmpty()
                .allSatisfy(
                        part -> assertThat(text("tasklist", "chunfeng/" + part)).isNotEmpty());
    }

    private static String inBrackets(String config, String key) {
        var lists = found(Pattern.compile(key + ": \\[[^]]*]"), config);
        assertThat(lists).as(key).hasSize(1);
        return lists.get(0);
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(group -> group.replace(" ", ""))
                .toList();
    }
}
