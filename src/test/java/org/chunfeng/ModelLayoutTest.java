package org.chunfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.api.Test;

/** The diagrams read well: everything is drawn, nothing lies on something else, lines run straight. */
class ModelLayoutTest {

    private static final Map<BaseElement, Rectangle2D> AREAS = Models.every(BpmnShape.class).stream()
            .collect(Collectors.toMap(BpmnShape::getBpmnElement, shape -> area(shape.getBounds())));

    @Test
    void everyNodeIsDrawn() {
        assertThat(Models.every(FlowNode.class))
                .isNotEmpty()
                .allSatisfy(node -> assertThat(AREAS).containsKey(node));
    }

    @Test
    void everySubProcessIsDrawnOpenAndAroundItsSteps() {
        assertThat(Models.every(SubProcess.class)).isNotEmpty().allSatisfy(sub -> {
            assertThat(((BpmnShape) sub.getDiagramElement()).isExpanded())
                    .as(sub.getId())
                    .isTrue();
            assertThat(sub.getChildElementsByType(FlowNode.class))
                    .isNotEmpty()
                    .allSatisfy(node -> assertThat(AREAS.get(sub).contains(AREAS.get(node)))
                            .as(node.getId())
                            .isTrue());
        });
    }

    @Test
    void noTwoShapesOfOneScopeOverlap() {
        assertThat(Models.every(FlowNode.class))
                .isNotEmpty()
                .allSatisfy(node -> assertThat(neighbours(node))
                        .as(node.getId())
                        .noneMatch(other -> AREAS.get(other).intersects(AREAS.get(node))));
    }

    @Test
    void everyFlowIsDrawnWithRightAngles() {
        assertThat(Models.every(SequenceFlow.class)).isNotEmpty().allSatisfy(flow -> {
            List<Waypoint> points = List.copyOf(flow.getDiagramElement().getWaypoints());
            assertThat(points).as(flow.getId()).hasSizeGreaterThan(1);
            for (int next = 1; next < points.size(); next++) {
                boolean level =
                        points.get(next - 1).getY().equals(points.get(next).getY());
                boolean upright =
                        points.get(next - 1).getX().equals(points.get(next).getX());
                assertThat(level ^ upright).as(flow.getId()).isTrue();
            }
        });
    }

    @Test
    void everyAnswerIsLabelledInTheDiagram() {
        assertThat(Models.every(SequenceFlow.class))
                .filteredOn(flow -> flow.getName() != null)
                .isNotEmpty()
                .allSatisfy(flow -> assertThat(flow.getDiagramElement().getBpmnLabel())
                        .as(flow.getId())
                        .isNotNull());
    }

    private static Stream<FlowNode> neighbours(FlowNode node) {
        return node.getParentElement().getChildElementsByType(FlowNode.class).stream()
                .filter(other -> !other.equals(node) && !hangsOn(other, node) && !hangsOn(node, other));
    }

    private static boolean hangsOn(FlowNode event, FlowNode host) {
        return event instanceof BoundaryEvent boundary
                && boundary.getAttachedTo().equals(host);
    }

    private static Rectangle2D area(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }
}
