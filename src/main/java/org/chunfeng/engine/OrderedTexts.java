package org.chunfeng.engine;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** The texts of one file of messages/ in the order in which they stand there, which a message source does not keep. */
record OrderedTexts(Map<String, String> texts) {

    static OrderedTexts of(String file) {
        var reading = new InOrder();
        try (var content = new InputStreamReader(
                new ClassPathResource("messages/" + file).getInputStream(), StandardCharsets.UTF_8)) {
            reading.load(content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new OrderedTexts(reading.texts);
    }

    /** Those whose key begins so, without that beginning. */
    Map<String, String> under(String prefix) {
        return texts.entrySet().stream()
                .filter(text -> text.getKey().startsWith(prefix))
                .collect(Collectors.toMap(
                        text -> text.getKey().substring(prefix.length()),
                        Map.Entry::getValue,
                        (first, second) -> first,
                        LinkedHashMap::new));
    }

    private static class InOrder extends Properties {

        private final transient Map<String, String> texts = new LinkedHashMap<>();

        @Override
        public synchronized Object put(Object key, Object value) {
            texts.put(key.toString(), value.toString());
            return super.put(key, value);
        }
    }
}
