package org.chunfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.junit.jupiter.api.Test;

/** The house rules of every model: its names, and what code it may name. */
class ModelTest {

    private static final String LOWER_CAMEL = "[a-z]+([A-Z][a-z]*|[0-9])*";
    private static final String CLOCK_STOP = "\\$\\{deadlines\\.stop\\(execution, '\\w+'\\)}";

    @Test
    void aProcessIsCalledLikeItsFileAndItsFolder() {
        assertThat(Models.all()).isNotEmpty().allSatisfy(model -> {
            assertThat(model.content().getModelElementsByType(Process.class)).hasSize(1);
            assertThat(model.process().getId()).isEqualTo(model.folder());
            assertThat(model.file()).hasFileName(model.folder() + ".bpmn");
            assertThat(model.process().isExecutable()).isTrue();
        });
    }

    @Test
    void aDecisionIsCalledLikeItsFile() {
        assertThat(Models.tables())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(decisions(file))
                        .extracting(decision -> decision.getId() + ".dmn")
                        .containsExactly(file.getFileName().toString()));
    }

    @Test
    void historyIsKeptForTenYearsByEveryModelAndTable() {
        Stream<String> processes = Models.every(Process.class).stream().map(Process::getCamundaHistoryTimeToLiveString);
        Stream<String> decisions = Models.tables()
                .flatMap(file -> decisions(file).stream())
                .map(Decision::getCamundaHistoryTimeToLiveString);

        assertThat(Stream.concat(processes, decisions)).isNotEmpty().containsOnly("P3650D");
    }

    @Test
    void idsAreWords() {
        assertThat(Models.every(FlowElement.class))
                .isNotEmpty()
                .extracting(BaseElement::getId)
                .allSatisfy(id -> assertThat(id).matches(LOWER_CAMEL));
    }

    @Test
    void labelsAreChinese() {
        assertThat(Models.every(FlowNode.class))
                .isNotEmpty()
                .allSatisfy(node -> assertThat(node.getName()).as(node.getId()).containsPattern("\\p{IsHan}"));
    }

    @Test
    void theStepsOfPeopleAndTheSubProcessesSayTheirRule() {
        assertThat(Models.every(Activity.class))
                .filteredOn(step -> step instanceof UserTask || step instanceof SubProcess)
                .isNotEmpty()
                .allSatisfy(step ->
                        assertThat(step.getDocumentations()).as(step.getId()).isNotEmpty());
    }

    @Test
    void aMessageIsCalledLikeTheEventThatCatchesIt() {
        assertThat(Models.every(MessageEventDefinition.class))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.getMessage().getName())
                        .isEqualTo(((BaseElement) event.getParentElement()).getId()));
        assertThat(Models.every(ReceiveTask.class))
                .allSatisfy(
                        task -> assertThat(task.getMessage()).as(task.getId()).isNotNull());
    }

    @Test
    void aServiceTaskNamesTheBeanOfItsId() {
        assertThat(Models.every(ServiceTask.class)).isNotEmpty().allSatisfy(task -> {
            assertThat(task.getCamundaDelegateExpression()).isEqualTo("${" + task.getId() + "}");
            assertThat(task.getCamundaExpression()).as(task.getId()).isNull();
        });
    }

    @Test
    void noModelHidesCode() {
        assertThat(Models.every(ScriptTask.class)).isEmpty();
        assertThat(Models.every(CamundaTaskListener.class)).isEmpty();
        assertThat(Models.all())
                .isNotEmpty()
                .allSatisfy(model -> assertThat(model.text())
                        .doesNotContain("camunda:class", "camunda:script", "camunda:inputOutput"));
    }

    @Test
    void theOnlyListenerIsTheOneThatStopsAClock() {
        assertThat(Models.every(CamundaExecutionListener.class)).isNotEmpty().allSatisfy(listener -> {
            assertThat(listener.getCamundaEvent()).isEqualTo("end");
            assertThat(listener.getCamundaExpression()).matches(CLOCK_STOP);
        });
    }

    @Test
    void aStepInItsOwnJobIsRetriedAtGrowingIntervals() {
        assertThat(Models.every(FlowNode.class))
                .filteredOn(node -> node.isCamundaAsyncBefore() || node.isCamundaAsyncAfter())
                .isNotEmpty()
                .allSatisfy(
                        node -> assertThat(retryCycles(node)).as(node.getId()).containsExactly("PT1M,PT5M,PT30M,PT2H"));
    }

    private static List<String> retryCycles(FlowNode node) {
        return node
                .getExtensionElements()
                .getElementsQuery()
                .filterByType(CamundaFailedJobRetryTimeCycle.class)
                .list()
                .stream()
                .map(CamundaFailedJobRetryTimeCycle::getTextContent)
                .toList();
    }

    private static List<Decision> decisions(Path file) {
        return List.copyOf(Models.table(file).getModelElementsByType(Decision.class));
    }
}
