package org.chunfeng;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files that people read on a screen, as the guards of their texts and fields see them. */
final class FormFiles {

    private static final Pattern FIELD = Pattern.compile("data-cf-(?:field|also)=\"(\\w+)\"");

    private FormFiles() {}

    static List<Path> forms() {
        return files(Path.of("forms"), ".html");
    }

    static List<Path> scripts() {
        return Stream.concat(
                        files(Path.of("forms"), ".js").stream(),
                        files(Path.of("src/main/resources/static"), ".js").stream())
                .toList();
    }

    static List<Path> templates() {
        return files(Path.of("src/main/resources/templates"), ".html");
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Process and step, as the folder and the name of the file say. */
    static String process(Path form) {
        return form.getParent().getFileName().toString();
    }

    static String step(Path form) {
        return form.getFileName().toString().replace(".html", "");
    }

    static SortedSet<String> fields(Path form) {
        return found(FIELD, read(form));
    }

    /** The first group of every match. */
    static SortedSet<String> found(Pattern pattern, String text) {
        var found = new TreeSet<String>();
        pattern.matcher(text).results().forEach(match -> found.add(match.group(1)));
        return found;
    }

    static Properties messages(String name) {
        var messages = new Properties();
        try (var content = Files.newBufferedReader(Path.of("src/main/resources/messages", name + ".properties"))) {
            messages.load(content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return messages;
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
