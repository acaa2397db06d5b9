package org.chunfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

/** What a person meets: every step of a person has its form and its group, and every form has its step. */
class ModelFormTest {

    private static final Set<String> GROUPS = Set.of(
            "hallIntake",
            "leaderOnDuty",
            "taxSource",
            "revenueAccounting",
            "levyAdmin",
            "taxpayerService",
            "audit",
            "risk",
            "policy",
            "ops");

    @Test
    void everyUserTaskOpensTheFormOfItsName() {
        assertThat(Models.every(UserTask.class))
                .isNotEmpty()
                .allSatisfy(task -> assertThat(task.getCamundaFormKey()).isEqualTo(formKey(task)));
        assertThat(Models.every(StartEvent.class))
                .filteredOn(start -> start.getCamundaFormKey() != null)
                .isNotEmpty()
                .allSatisfy(start -> assertThat(start.getCamundaFormKey()).isEqualTo(formKey(start)));
    }

    @Test
    void everyFormThatAModelOpensExists() {
        assertThat(Models.every(FlowNode.class).stream().flatMap(node -> formOf(node).stream()))
                .isNotEmpty()
                .allSatisfy(form -> assertThat(form).isRegularFile());
    }

    @Test
    void everyFormBelongsToAStep() {
        Set<String> steps = Models.every(FlowNode.class).stream()
                .map(node -> Models.processOf(node).getId() + "/" + node.getId() + ".html")
                .collect(Collectors.toSet());

        assertThat(Models.forms())
                .isNotEmpty()
                .allSatisfy(form -> assertThat(form.getParent().getFileName() + "/" + form.getFileName())
                        .isIn(steps));
    }

    @Test
    void everyUserTaskIsOfferedToAKnownGroup() {
        assertThat(Models.every(UserTask.class)).isNotEmpty().allSatisfy(task -> {
            String group = task.getCamundaCandidateGroups();
            assertThat(group.startsWith("${") || GROUPS.contains(group))
                    .as("%s is offered to %s", task.getId(), group)
                    .isTrue();
        });
    }

    private static String formKey(FlowNode node) {
        return "embedded:/forms/%s/%s.html".formatted(Models.processOf(node).getId(), node.getId());
    }

    private static Optional<Path> formOf(FlowNode node) {
        String key = node.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "formKey");
        return Optional.ofNullable(key).map(path -> Path.of(path.replace("embedded:/", "")));
    }
}
