package org.chunfeng.engine;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a form shows that is written elsewhere: the labels of its fields, its code lists, its headings and buttons. */
@Component
class FormTexts {

    private final OrderedTexts codes = OrderedTexts.of("codes.properties");
    private final Map<String, String> formTexts =
            OrderedTexts.of("pages.properties").under("form.");

    private final Checks checks;
    private final Texts texts;
    private final Clock clock;

    FormTexts(Checks checks, Texts texts, Clock clock) {
        this.checks = checks;
        this.texts = texts;
        this.clock = clock;
    }

    FormText of(String process, String step) {
        List<Field> fields = checks.rules(process, step).fields();
        Map<String, List<Option>> options = new LinkedHashMap<>();
        for (Field field : fields) {
            List<Option> ofField = options(process, field.name());
            if (!ofField.isEmpty()) {
                options.put(field.name(), ofField);
            }
        }
        return new FormText(
                fields.stream().map(this::fieldText).toList(),
                options,
                formTexts,
                LocalDate.now(clock),
                Field.MOST_LINES);
    }

    private FieldText fieldText(Field field) {
        return new FieldText(
                field.name(),
                field.kind().name().toLowerCase(java.util.Locale.ROOT),
                texts.label(field.name()),
                field.repeats());
    }

    /** A process's own list of codes ({@code code.deregistration.matter.…}) comes before that of all. */
    private List<Option> options(String process, String field) {
        List<Option> own = under("code." + process + "." + field + ".");
        return own.isEmpty() ? under("code." + field + ".") : own;
    }

    private List<Option> under(String prefix) {
        return codes.under(prefix).entrySet().stream()
                .map(code -> new Option(code.getKey(), code.getValue()))
                .toList();
    }

    /** One choice of a code list. */
    record Option(String code, String text) {}

    /** One field as its form shows it. */
    record FieldText(String name, String kind, String label, boolean repeats) {}

    /** Everything a form needs to show itself. */
    record FormText(
            List<FieldText> fields,
            Map<String, List<Option>> options,
            Map<String, String> texts,
            LocalDate today,
            int mostLines) {}
}
