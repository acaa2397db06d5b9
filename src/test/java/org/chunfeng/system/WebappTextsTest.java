package org.chunfeng.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chunfeng.system.WebappFiles.dates;
import static org.chunfeng.system.WebappFiles.labels;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares our Chinese texts of the engine's web applications with the English ones that they ship. */
class WebappTextsTest {
    private static final List<String> CHINESE = List.of("tasklist", "welcome", "admin");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}|%[sd]|&\\w+;");
    private static final Pattern TAG = Pattern.compile("</?(?!null|undefined)\\w+");
    /** Signs and texts that are empty on purpose. */
    private static final Set<String> WITHOUT_CHINESE = Set.of(
            "BANNER_CE_EOL_TEXT",
            "NO_TASK_FORM",
            "SEARCH_LESS_THAN",
            "SEARCH_LESS_THAN_EQUALS",
            "SEARCH_GREATER_THAN",
            "SEARCH_GREATER_THAN_EQUALS");

    @ParameterizedTest
    @CsvSource({"tasklist, 412", "welcome, 172", "admin, 575"})
    void everyEnglishTextHasAChineseOneAndNoneIsLeftOver(String app, int texts) {
        var english = labels(app, "en");

        var chinese = labels(app, "zh");

        assertThat(english).hasSize(texts);
        assertThat(chinese.keySet()).containsExactlyInAnyOrderElementsOf(english.keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin"})
    void everyTextIsChinese(String app) {
        var left = labels(app, "zh");

        left.keySet().removeAll(WITHOUT_CHINESE);

        assertThat(left).isNotEmpty().allSatisfy((key, text) -> assertThat(text).containsPattern("\\p{IsHan}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin"})
    void placeholdersAndMarkupAreKept(String app) {
        var english = labels(app, "en");
        english.remove("BANNER_CE_EOL_TEXT");

        var chinese = labels(app, "zh");

        assertThat(english).isNotEmpty().allSatisfy((key, text) -> {
            assertThat(found(PLACEHOLDER, chinese.get(key)))
                    .containsExactlyInAnyOrderElementsOf(found(PLACEHOLDER, text));
            assertThat(found(TAG, chinese.get(key))).containsExactlyElementsOf(found(TAG, text));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "admin"})
    void datesAreCompleteAndChinese(String app) {
        var english = dates(app, "en");

        var chinese = dates(app, "zh");

        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        assertThat(chinese).doesNotContainValue("January").containsEntry("/longDateFormat/L", "YYYY-MM-DD");
        assertThat(chinese)
                .allSatisfy((path, text) -> assertThat(found(Pattern.compile("%\\w"), english.get(path)))
                        .isEqualTo(found(Pattern.compile("%\\w"), text)));
    }

    @Test
    void aTextThatSeveralApplicationsShareIsTheSameInAll() {
        var admin = labels("admin", "zh");
        var englishOfAdmin = labels("admin", "en");
        var englishOfTasklist = labels("tasklist", "en");

        var shared = labels("tasklist", "zh");
        shared.keySet().removeIf(key -> !englishOfTasklist.get(key).equals(englishOfAdmin.get(key)));

        assertThat(shared)
                .hasSizeGreaterThan(100)
                .allSatisfy((key, text) -> assertThat(admin.get(key)).isEqualTo(text));
    }

    @ParameterizedTest
    @CsvSource({
        "Tenant, 税务机关",
        "Group, 岗位",
        "Assignee, 办理人",
        "Claim, 认领",
        "Due Date, 到期",
        "Follow-up, 跟进",
        "Business key, 受理编号"
    })
    void oneThingHasOneWord(String thing, String word) {
        var named = Pattern.compile("\\b" + thing, Pattern.CASE_INSENSITIVE);

        var texts = CHINESE.stream()
                .flatMap(app -> labels(app, "en").entrySet().stream()
                        .filter(english -> named.matcher(english.getValue()).find())
                        .map(english -> labels(app, "zh").get(english.getKey())))
                .toList();

        assertThat(texts).isNotEmpty().allSatisfy(text -> assertThat(text).contains(word));
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(group -> group.replace(" ", ""))
                .toList();
    }
}
