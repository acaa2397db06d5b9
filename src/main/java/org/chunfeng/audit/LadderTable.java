package org.chunfeng.audit;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedOutput;
import org.chunfeng.deadline.LadderPlan;
import org.chunfeng.deadline.Point;
import org.chunfeng.deadline.Rule;
import org.chunfeng.deadline.RungPlace;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The table of rungs (ladder.dmn), read once; answers the rungs of a clock in the order of the table. */
@Component
class LadderTable implements LadderPlan {

    private final DmnEngine engine;
    private final DmnDecision table;
    private final List<DmnEvaluatedDecisionRule> matching = new ArrayList<>();
    private final Map<Question, List<Rung>> answers = new ConcurrentHashMap<>();

    /** What the table is asked. */
    private record Question(String step, String matter, String kind, boolean escalates) {}

    LadderTable() throws IOException {
        engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration()
                .customPostDecisionTableEvaluationListeners(
                        List.of(evaluation -> matching.addAll(evaluation.getMatchingRules())))
                .buildEngine();
        try (InputStream model = new ClassPathResource("bpmn/audit/ladder.dmn").getInputStream()) {
            table = engine.parseDecision("ladder", model);
        }
    }

    List<Rung> rungs(String step, String matter, Rule rule) {
        var question = new Question(step, matter, rule.kind().name(), rule.escalates());
        return answers.computeIfAbsent(question, this::evaluate);
    }

    @Override
    public Collection<RungPlace> places(String step, String matter, Rule rule) {
        return rungs(step, matter, rule).stream().map(Rung::place).toList();
    }

    private synchronized List<Rung> evaluate(Question question) {
        matching.clear();
        engine.evaluateDecisionTable(
                table,
                Map.of(
                        "step", question.step(),
                        "matter", question.matter(),
                        "kind", question.kind(),
                        "escalates", question.escalates()));
        return matching.stream().map(LadderTable::rung).toList();
    }

    private static Rung rung(DmnEvaluatedDecisionRule row) {
        Integer amount = (Integer) value(row, "amount");
        Object role = value(row, "recipient");
        return new Rung(
                row.getId(),
                new RungPlace(Point.valueOf(text(row, "point")), amount == null ? 0 : amount),
                Action.valueOf(text(row, "action")),
                role == null ? null : Role.valueOf(role.toString()));
    }

    private static String text(DmnEvaluatedDecisionRule row, String output) {
        return Objects.requireNonNull(value(row, output)).toString();
    }

    private static @Nullable Object value(DmnEvaluatedDecisionRule row, String output) {
        DmnEvaluatedOutput cell = row.getOutputEntries().get(output);
        return cell == null ? null : cell.getValue().getValue();
    }
}
