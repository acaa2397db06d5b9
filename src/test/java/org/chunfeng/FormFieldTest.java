package org.chunfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.chunfeng.engine.Field;
import org.chunfeng.engine.ProcessRules;
import org.chunfeng.engine.StepRules;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A form asks exactly for what its step accepts, under a label that people can read. */
@ChunfengTest
class FormFieldTest {

    @Autowired
    private List<ProcessRules> processes;

    @Test
    void everyFormAsksForExactlyTheFieldsOfItsStep() {
        assertThat(FormFiles.forms())
                .hasSizeGreaterThan(15)
                .allSatisfy(form -> assertThat(FormFiles.fields(form))
                        .as("fields of %s", form)
                        .isEqualTo(acceptedBy(form)));
    }

    @Test
    void everyFieldHasALabel() {
        Set<String> labels = FormFiles.messages("fields").stringPropertyNames();

        assertThat(FormFiles.forms())
                .isNotEmpty()
                .allSatisfy(form -> assertThat(labels)
                        .as("labels of %s", form)
                        .containsAll(FormFiles.fields(form).stream()
                                .map(field -> "field." + field)
                                .toList()));
    }

    @Test
    void everyChoiceHasItsCodes() {
        Set<String> codes = FormFiles.messages("codes").stringPropertyNames();
        var choices = java.util.regex.Pattern.compile("data-cf-field=\"(\\w+)\" data-cf-as=\"choice\"");

        Set<String> chosen = FormFiles.forms().stream()
                .flatMap(form -> FormFiles.found(choices, FormFiles.read(form)).stream())
                .collect(Collectors.toSet());

        assertThat(chosen)
                .isNotEmpty()
                .allSatisfy(
                        field -> assertThat(codes).as(field).anyMatch(code -> code.startsWith("code." + field + ".")));
    }

    private Set<String> acceptedBy(Path form) {
        return processes.stream()
                .filter(process -> process.process().equals(FormFiles.process(form)))
                .flatMap(process -> process.steps().stream())
                .filter(step -> step.step().equals(FormFiles.step(form)))
                .map(StepRules::fields)
                .flatMap(List::stream)
                .map(Field::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
