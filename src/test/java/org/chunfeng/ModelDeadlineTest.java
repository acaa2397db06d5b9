package org.chunfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;

/** Due dates, timers, clocks and the table of deadlines name the same steps. */
class ModelDeadlineTest {

    private static final Pattern STEP = Pattern.compile("deadlines\\.\\w+\\(execution, '(\\w+)'\\)");
    private static final Pattern QUOTED = Pattern.compile("\"(\\w+)\"");
    private static final Path TABLE = Path.of("bpmn/deadline/deadline.dmn");

    @Test
    void everyUserTaskIsDueWithItsOwnClockOrThatOfASubProcessOrProcessAroundIt() {
        assertThat(Models.every(UserTask.class))
                .isNotEmpty()
                .allSatisfy(task -> assertThat(Models.around(task))
                        .as(task.getId())
                        .extracting(step -> "${deadlines.dueAt(execution, '%s')}".formatted(step))
                        .contains(task.getCamundaDueDate()));
    }

    @Test
    void everyUserTaskHasAnOverdueTimer() {
        Set<String> timers = timers().stream().map(ModelDeadlineTest::idOfEvent).collect(Collectors.toSet());

        assertThat(Models.every(UserTask.class))
                .isNotEmpty()
                .allSatisfy(task ->
                        assertThat(stepOf(task.getCamundaDueDate()) + "Overdue").isIn(timers));
    }

    @Test
    void aTimerIsCalledLikeTheClockItReads() {
        assertThat(timers()).isNotEmpty().allSatisfy(timer -> {
            String expression = timer.getTimeDate().getTextContent();
            String step = stepOf(expression);
            assertThat(List.of(
                            step + "Warning ${deadlines.warnAt(execution, '%s')}".formatted(step),
                            step + "Overdue ${deadlines.dueAt(execution, '%s')}".formatted(step)))
                    .contains(idOfEvent(timer) + " " + expression);
        });
    }

    @Test
    void howeverAStepIsLeftItsClockStops() {
        assertThat(timers()).isNotEmpty().allSatisfy(timer -> {
            String step = stepOf(timer.getTimeDate().getTextContent());
            assertThat(clocksStoppedAtTheEndOf(guarded(timer)))
                    .as(idOfEvent(timer))
                    .containsOnlyOnce(step);
        });
    }

    @Test
    void everyClockHasARowInTheTableOfDeadlines() {
        Set<String> rows = Models.table(TABLE).getModelElementsByType(InputEntry.class).stream()
                .flatMap(entry -> Models.found(QUOTED, entry.getTextContent()))
                .collect(Collectors.toSet());

        assertThat(Models.all().stream().flatMap(model -> Models.found(STEP, model.text())))
                .isNotEmpty()
                .isSubsetOf(rows);
    }

    /** A process that others call leaves it to each of them, because the case is theirs. */
    @Test
    void everyEscalationIsCaughtWithoutInterruptingTheCase() {
        assertThat(escalations(EndEvent.class))
                .isNotEmpty()
                .allSatisfy(end -> assertThat(casesOf(Models.processOf(end)))
                        .as(idOfEvent(end))
                        .isNotEmpty()
                        .allSatisfy(process -> assertThat(escalations(StartEvent.class))
                                .filteredOn(start -> Models.processOf(start).equals(process)
                                        && codeOf(start).equals(codeOf(end)))
                                .as("caught in %s", process.getId())
                                .singleElement()
                                .satisfies(start -> assertThat(((StartEvent) start.getParentElement()).isInterrupting())
                                        .isFalse())));
    }

    private static List<Process> casesOf(Process process) {
        List<Process> callers = Models.every(CallActivity.class).stream()
                .filter(call -> call.getCalledElement().equals(process.getId()))
                .map(Models::processOf)
                .toList();
        return callers.isEmpty() ? List.of(process) : callers;
    }

    private static String codeOf(EscalationEventDefinition event) {
        return event.getEscalation().getEscalationCode();
    }

    private static List<TimerEventDefinition> timers() {
        return Models.every(TimerEventDefinition.class);
    }

    private static List<EscalationEventDefinition> escalations(Class<? extends Event> where) {
        return Models.every(EscalationEventDefinition.class).stream()
                .filter(event -> where.isInstance(event.getParentElement()))
                .toList();
    }

    private static String idOfEvent(ModelElementInstance definition) {
        return ((BaseElement) definition.getParentElement()).getId();
    }

    private static String stepOf(String expression) {
        return Models.found(STEP, expression).findFirst().orElseThrow();
    }

    /** What a timer hangs on, or, for a timer that starts an event sub-process, the sub-process around that. */
    private static BaseElement guarded(TimerEventDefinition timer) {
        ModelElementInstance event = timer.getParentElement();
        return event instanceof BoundaryEvent boundary
                ? boundary.getAttachedTo()
                : (BaseElement) event.getParentElement().getParentElement();
    }

    private static Stream<String> clocksStoppedAtTheEndOf(BaseElement step) {
        return step
                .getExtensionElements()
                .getElementsQuery()
                .filterByType(CamundaExecutionListener.class)
                .list()
                .stream()
                .map(listener -> stepOf(listener.getCamundaExpression()));
    }
}
