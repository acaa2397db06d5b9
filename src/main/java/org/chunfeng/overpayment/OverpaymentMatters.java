package org.chunfeng.overpayment;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks overpaymentMatter.dmn whether an overpayment is of the stock or of the increment (plan measure 31). */
@Component
class OverpaymentMatters {

    private static final int ANSWERS_KEPT = 20_000;

    private final DecisionService decisions;
    private final Map<LocalDate, String> answers = new ConcurrentHashMap<>();

    OverpaymentMatters(@Lazy DecisionService decisions) {
        this.decisions = decisions;
    }

    String of(LocalDate arisenOn) {
        if (answers.size() >= ANSWERS_KEPT) {
            answers.clear();
        }
        return answers.computeIfAbsent(arisenOn, this::ask);
    }

    private String ask(LocalDate arisenOn) {
        return decisions
                .evaluateDecisionTableByKey("overpaymentMatter", Map.of("arisenOn", arisenOn))
                .getSingleEntry();
    }
}
