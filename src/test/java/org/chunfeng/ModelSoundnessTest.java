package org.chunfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.junit.jupiter.api.Test;

/** No token is lost or stuck: what bpmnlint would say, said here without Node. */
class ModelSoundnessTest {

    @Test
    void onlyStartEventsStart() {
        assertThat(Models.every(FlowNode.class))
                .filteredOn(node -> node.getIncoming().isEmpty())
                .isNotEmpty()
                .allMatch(node -> begins(node), "begins by itself");
    }

    @Test
    void onlyEndEventsEnd() {
        assertThat(Models.every(FlowNode.class))
                .filteredOn(node -> node.getOutgoing().isEmpty())
                .isNotEmpty()
                .allMatch(node -> node instanceof EndEvent || Models.isEventSubProcess(node), "ends by design");
    }

    @Test
    void everyNodeIsReachedFromAStart() {
        Collection<FlowNode> all = Models.every(FlowNode.class);
        Set<FlowNode> reached = new HashSet<>();
        all.stream().filter(ModelSoundnessTest::begins).forEach(start -> follow(start, reached));

        assertThat(all)
                .isNotEmpty()
                .allSatisfy(node -> assertThat(reached).as(node.getId()).contains(node));
    }

    @Test
    void onlyGatewaysSplit() {
        assertThat(Models.every(FlowNode.class))
                .filteredOn(node -> node.getOutgoing().size() > 1)
                .isNotEmpty()
                .allMatch(Gateway.class::isInstance);
    }

    /** Several flows may lead into a step (each token runs it), but not into an event. */
    @Test
    void onlyGatewaysAndStepsAreReachedByTwoWays() {
        assertThat(Models.every(FlowNode.class))
                .filteredOn(node -> node.getIncoming().size() > 1)
                .isNotEmpty()
                .allMatch(node -> node instanceof Gateway || node instanceof Activity);
    }

    @Test
    void aGatewayEitherJoinsOrSplits() {
        assertThat(Models.every(Gateway.class)).isNotEmpty().allSatisfy(gateway -> {
            boolean joins = gateway.getIncoming().size() > 1;
            boolean splits = gateway.getOutgoing().size() > 1;
            assertThat(joins ^ splits).as(gateway.getId()).isTrue();
        });
    }

    @Test
    void aSubProcessHasOneStart() {
        assertThat(Models.every(SubProcess.class))
                .isNotEmpty()
                .allSatisfy(sub -> assertThat(sub.getChildElementsByType(StartEvent.class))
                        .as(sub.getId())
                        .hasSize(1));
    }

    private static boolean begins(FlowNode node) {
        return node instanceof StartEvent || node instanceof BoundaryEvent || Models.isEventSubProcess(node);
    }

    private static void follow(FlowNode node, Set<FlowNode> reached) {
        if (reached.add(node)) {
            Stream<FlowNode> next = node.getOutgoing().stream().map(flow -> flow.getTarget());
            next.forEach(target -> follow(target, reached));
        }
    }
}
