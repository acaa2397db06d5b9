package org.chunfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text that people read stands once, in messages/; forms and pages only name it. */
class FormTextTest {

    private static final Pattern CHINESE = Pattern.compile("(.*[\\u4e00-\\u9fff].*)");
    private static final Pattern SNIPPET =
            Pattern.compile("(<script cam-script type=\"text/form-script\">.*?</script>)", Pattern.DOTALL);
    private static final Pattern MESSAGE = Pattern.compile("#\\{([\\w.]+)[(}]");
    private static final Pattern FORM_TEXT = Pattern.compile("\\bt\\('([\\w.]+)'\\)");
    private static final Pattern SECTION = Pattern.compile("data-cf-section=\"(\\w+)\"");

    /** Numerals and places of amounts in words, and what people type in dates: the writing system, not wording. */
    private static final String WRITING = "forms/shared/values.js";

    @Test
    void noFormOrPageCarriesBareChinese() {
        Stream<Path> read = Stream.of(FormFiles.forms(), FormFiles.templates(), FormFiles.scripts())
                .flatMap(files -> files.stream());

        assertThat(read.filter(file -> !file.toString().equals(WRITING)).toList())
                .hasSizeGreaterThan(25)
                .allSatisfy(file -> assertThat(FormFiles.found(CHINESE, withoutComments(FormFiles.read(file))))
                        .as("Chinese in %s", file)
                        .isEmpty());
    }

    @Test
    void everyTextStandsOnce() throws IOException {
        List<String> keys;
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/messages"))) {
            keys = files.flatMap(file -> FormFiles.read(file).lines())
                    .filter(line -> line.matches("[\\w.-]+=.*"))
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .toList();
        }

        assertThat(keys).hasSizeGreaterThan(500).doesNotHaveDuplicates();
    }

    @Test
    void everyTextThatAPageNamesExists() {
        Set<String> texts = Stream.of(
                        "pages", "doors", "fields", "refusals", "codes", "notices", "demo", "calendar", "reports")
                .filter(name -> Path.of("src/main/resources/messages", name + ".properties")
                        .toFile()
                        .exists())
                .flatMap(name -> FormFiles.messages(name).stringPropertyNames().stream())
                .collect(Collectors.toSet());

        assertThat(FormFiles.templates())
                .isNotEmpty()
                .allSatisfy(page -> assertThat(texts)
                        .as("texts of %s", page)
                        .containsAll(FormFiles.found(MESSAGE, FormFiles.read(page))));
    }

    @Test
    void everyTextThatAFormNamesExists() {
        Set<String> texts = formTexts();
        Set<String> named = new HashSet<>();
        FormFiles.scripts().forEach(script -> named.addAll(FormFiles.found(FORM_TEXT, FormFiles.read(script))));
        FormFiles.forms()
                .forEach(form -> FormFiles.found(SECTION, FormFiles.read(form))
                        .forEach(section -> named.add("section." + section)));

        assertThat(named).hasSizeGreaterThan(40);
        assertThat(texts).containsAll(named);
    }

    @Test
    void everyFormEndsWithTheSameSnippet() {
        Set<String> snippets = FormFiles.forms().stream()
                .flatMap(form -> FormFiles.found(SNIPPET, FormFiles.read(form)).stream())
                .collect(Collectors.toSet());

        assertThat(snippets).hasSize(1);
        assertThat(FormFiles.forms())
                .isNotEmpty()
                .allSatisfy(form ->
                        assertThat(FormFiles.read(form)).contains(snippets).contains("cam-script"));
    }

    @Test
    void everyFormSaysWhichStepItBelongsTo() {
        assertThat(FormFiles.forms())
                .isNotEmpty()
                .allSatisfy(form -> assertThat(FormFiles.read(form))
                        .contains("data-cf-process=\"" + FormFiles.process(form) + "\"")
                        .contains("data-cf-step=\"" + FormFiles.step(form) + "\""));
    }

    private static Set<String> formTexts() {
        return FormFiles.messages("pages").stringPropertyNames().stream()
                .filter(key -> key.startsWith("form."))
                .map(key -> key.substring("form.".length()))
                .collect(Collectors.toSet());
    }

    private static String withoutComments(String source) {
        return source.replaceAll("(?m)(^|\\s)//.*$", "").replaceAll("(?s)<!--.*?-->|/\\*.*?\\*/", "");
    }
}
