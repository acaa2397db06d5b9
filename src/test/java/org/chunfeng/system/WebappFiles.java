package org.chunfeng.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of the engine's web applications as the class path has them: the maker's, or ours in their place. */
final class WebappFiles {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private WebappFiles() {}

    static Map<String, String> labels(String app, String locale) {
        return json(app, locale).get("labels").properties().stream()
                .collect(toMap(Map.Entry::getKey, label -> label.getValue().asString(), (a, b) -> a, TreeMap::new));
    }

    static Map<String, String> dates(String app, String locale) {
        var leaves = new TreeMap<String, String>();
        collect("", json(app, locale).get("dateLocales"), leaves);
        return leaves;
    }

    private static void collect(String path, JsonNode node, Map<String, String> leaves) {
        if (node.isValueNode()) leaves.put(path, node.asString());
        node.properties().forEach(child -> collect(path + "/" + child.getKey(), child.getValue(), leaves));
        for (int i = 0; node.isArray() && i < node.size(); i++) collect(path + "/" + i, node.get(i), leaves);
    }

    private static JsonNode json(String app, String locale) {
        return JSON.readTree(text(app, "locales/" + locale + ".json"));
    }

    static String text(String app, String file) {
        var path = "/META-INF/resources/webjars/camunda/app/" + app + "/" + file;
        try (var in = WebappFiles.class.getResourceAsStream(path)) {
            assertThat(in).as(path).isNotNull();
            // the files of the maker begin with a byte order mark
            return new String(in.readAllBytes(), UTF_8).replace("\uFEFF", "");
        } catch (IOException broken) {
            throw new IllegalStateException("cannot read " + path, broken);
        }
    }
}
