package org.chunfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

/** Every decision in a model reads as a question with named answers. */
class ModelQuestionTest {

    private static final String QUESTION = "(is|are|was|were|has|have|does|did|what|which|who|how)[A-Z]\\w*";
    private static final String ONE_COMPARISON = "\\$\\{[a-z]\\w* == ('\\w+'|true)}";

    @Test
    void anExclusiveGatewayAsksAQuestion() {
        assertThat(questions()).isNotEmpty().allSatisfy(gateway -> {
            assertThat(gateway.getId()).matches(QUESTION);
            assertThat(gateway.getName()).as(gateway.getId()).endsWith("？");
        });
    }

    @Test
    void everyAnswerHasANameAndOneIsTheDefault() {
        assertThat(questions()).isNotEmpty().allSatisfy(gateway -> {
            assertThat(gateway.getDefault()).as(gateway.getId()).isNotNull();
            assertThat(gateway.getOutgoing()).allSatisfy(answer -> {
                boolean isDefault = answer.getId().equals(gateway.getDefault().getId());
                assertThat(answer.getName()).as(answer.getId()).containsPattern("\\p{IsHan}");
                assertThat(answer.getConditionExpression() == null)
                        .as(answer.getId())
                        .isEqualTo(isDefault);
            });
        });
    }

    @Test
    void aConditionIsOneComparisonOfOneVariable() {
        assertThat(Models.every(ConditionExpression.class))
                .isNotEmpty()
                .extracting(ConditionExpression::getTextContent)
                .allSatisfy(condition ->
                        assertThat(condition).hasSizeLessThanOrEqualTo(60).matches(ONE_COMPARISON));
    }

    /** Answers are transient: they are gone as soon as a person, a message or a job stands in between. */
    @Test
    void aQuestionIsAskedInTheTransactionThatKnowsTheAnswer() {
        assertThat(questions())
                .isNotEmpty()
                .allSatisfy(gateway -> assertThat(gateway.getIncoming())
                        .extracting(SequenceFlow::getSource)
                        .as(gateway.getId())
                        .noneMatch(before -> before instanceof UserTask || before instanceof ReceiveTask)
                        .noneMatch(FlowNode::isCamundaAsyncAfter));
    }

    /** Exclusive gateways with one way out only merge; the others ask. */
    private static List<ExclusiveGateway> questions() {
        return Models.every(ExclusiveGateway.class).stream()
                .filter(gateway -> gateway.getOutgoing().size() > 1)
                .toList();
    }
}
