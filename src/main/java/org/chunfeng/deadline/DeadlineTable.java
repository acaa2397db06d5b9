package org.chunfeng.deadline;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedOutput;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The table of every budget (deadline.dmn), read once; answers the row in force, or fails naming what it was asked. */
@Component
public class DeadlineTable {

    private static final int ANSWERS_KEPT = 10_000;

    private final DmnEngine engine;
    private final DmnDecision table;
    private final List<DmnEvaluatedDecisionRule> matching = new ArrayList<>();
    private final Map<Question, Rule> answers = new ConcurrentHashMap<>();

    /** What the table is asked; matter and class are those of the case, startedOn decides which row is valid. */
    record Question(String step, String matter, String taxpayerClass, LocalDate startedOn) {}

    DeadlineTable() throws IOException {
        engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration()
                .customPostDecisionTableEvaluationListeners(
                        List.of(evaluation -> matching.addAll(evaluation.getMatchingRules())))
                .buildEngine();
        try (InputStream model = new ClassPathResource("bpmn/deadline/deadline.dmn").getInputStream()) {
            table = engine.parseDecision("deadline", model);
        }
    }

    public Rule rule(String step, String matter, String taxpayerClass, LocalDate startedOn) {
        var question = new Question(step, matter, taxpayerClass, startedOn);
        Rule known = answers.get(question);
        if (known != null) {
            return known;
        }
        Rule rule = evaluate(question);
        if (answers.size() >= ANSWERS_KEPT) {
            answers.clear();
        }
        answers.put(question, rule);
        return rule;
    }

    private synchronized Rule evaluate(Question question) {
        matching.clear();
        engine.evaluateDecisionTable(
                table,
                Map.of(
                        "step", question.step(),
                        "matter", question.matter(),
                        "taxpayerClass", question.taxpayerClass(),
                        "startedOn", question.startedOn()));
        if (matching.size() != 1) {
            throw new RuleMissing(question, matching.size());
        }
        return rule(matching.get(0));
    }

    private static Rule rule(DmnEvaluatedDecisionRule row) {
        String fixedDate = text(row, "fixedDate");
        return new Rule(
                row.getId(),
                new Budget(
                        number(row, "amount"),
                        Unit.valueOf(text(row, "unit")),
                        fixedDate == null ? null : LocalDate.parse(fixedDate)),
                new Lead(number(row, "warnBefore"), (Integer) value(row, "warnAfterMinutes")),
                ClockKind.valueOf(text(row, "kind")),
                StartsFrom.valueOf(text(row, "startsFrom")),
                Boolean.TRUE.equals(value(row, "escalates")),
                String.valueOf(text(row, "source")));
    }

    private static int number(DmnEvaluatedDecisionRule row, String output) {
        Object value = value(row, output);
        return value == null ? 0 : (Integer) value;
    }

    private static @Nullable String text(DmnEvaluatedDecisionRule row, String output) {
        return (String) value(row, output);
    }

    private static @Nullable Object value(DmnEvaluatedDecisionRule row, String output) {
        DmnEvaluatedOutput cell = row.getOutputEntries().get(output);
        return cell == null ? null : cell.getValue().getValue();
    }
}
