package org.chunfeng.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the containers are told, against what the application asks for. */
class ComposeTest {

    @Test
    void theExampleNamesEveryValueThatTheContainersAskForAndNoOther() throws IOException {
        List<String> asked = found("\\$\\{(\\w+)", "docker/compose.yaml");
        List<String> named = found("(?m)^(\\w+)=", "docker/.env.example");

        assertThat(named).isNotEmpty().containsExactlyInAnyOrderElementsOf(asked);
    }

    @Test
    void theContainersTellTheApplicationAllThatItAsksFor() throws IOException {
        List<String> told = found("(?m)^    ([A-Z_]+):", "docker/compose.yaml");

        assertThat(told).containsAll(ProductionGuard.SETTINGS.values()).contains("CHUNFENG_ADMIN_PASSWORD");
    }

    private static List<String> found(String pattern, String file) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(Path.of(file)))
                .results()
                .map(MatchResult::group)
                .map(whole -> whole.replaceAll("\\W", ""))
                .distinct()
                .toList();
    }
}
