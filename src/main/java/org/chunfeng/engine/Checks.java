package org.chunfeng.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Applies the rules of a step to a submission: declared fields only, readable values, then the step's own rules. */
@Component
public class Checks {

    static final int LONGEST_TEXT = 2000;

    private final ObjectProvider<ProcessRules> processes;
    private final Texts texts;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** The rules of a step and what may be sent to it, by name; both are fixed once the application runs. */
    private record Known(StepRules rules, Map<String, Field> declared) {}

    Checks(ObjectProvider<ProcessRules> processes, Texts texts) {
        this.processes = processes;
        this.texts = texts;
    }

    /** Everything that is wrong with a submission; empty when it may pass. */
    public List<Refusal> check(String process, Submission submission) {
        Known step = known(process, submission.step());
        var refusals = new Refusals(texts);
        Map<String, Field> declared = step.declared();
        submission.values().keySet().stream()
                .filter(name -> !declared.containsKey(name))
                .forEach(name -> refusals.add(name, "notDeclared", name));
        if (refusals.isEmpty()) {
            submission
                    .values()
                    .forEach((name, value) -> checkValue(declared.get(name), name, value, submission, refusals));
            step.rules().check(submission, refusals);
        }
        return refusals.all();
    }

    /** Remarks that do not block, for the form. */
    public List<Refusal> hints(String process, Submission submission) {
        var hints = new Refusals(texts);
        rules(process, submission.step()).hint(submission, hints);
        return hints.all();
    }

    /** Refuses a submission with everything that is wrong with it. */
    public void insist(String process, Submission submission) {
        List<Refusal> refusals = check(process, submission);
        if (!refusals.isEmpty()) {
            throw new Refused(400, refusals);
        }
    }

    public StepRules rules(String process, String step) {
        return known(process, step).rules();
    }

    private Known known(String process, String step) {
        return known.computeIfAbsent(process + "/" + step, any -> {
            StepRules rules = find(process, step);
            return new Known(rules, declared(rules));
        });
    }

    private StepRules find(String process, String step) {
        return processes.stream()
                .filter(candidate -> candidate.process().equals(process))
                .flatMap(candidate -> candidate.steps().stream())
                .filter(candidate -> candidate.step().equals(step))
                .findFirst()
                .orElseThrow(() -> refuse(400, "noSuchEntrance"));
    }

    Refused refuse(int status, String key) {
        return Refused.of(status, texts.refusal(key, ""));
    }

    private static Map<String, Field> declared(StepRules rules) {
        Map<String, Field> declared = new LinkedHashMap<>();
        for (Field field : rules.fields()) {
            int lines = field.repeats() ? Field.MOST_LINES : 1;
            for (int line = 1; line <= lines; line++) {
                declared.put(field.onLine(line), field);
            }
        }
        return declared;
    }

    private static void checkValue(Field field, String name, Object value, Submission submission, Refusals refusals) {
        if (!(value == null || value instanceof String || value instanceof Boolean || value instanceof Number)) {
            refusals.add(name, "notText");
            return;
        }
        if (submission.text(name).indexOf('\0') >= 0) {
            refusals.add(name, "notText");
            return;
        }
        if (submission.text(name).length() > LONGEST_TEXT) {
            refusals.add(name, "tooLong", LONGEST_TEXT);
            return;
        }
        if (submission.has(name)) {
            checkKind(field.kind(), name, submission, refusals);
        }
    }

    private static void checkKind(Field.Kind kind, String name, Submission submission, Refusals refusals) {
        switch (kind) {
            case AMOUNT -> checkAmount(name, submission, refusals);
            case DATE -> {
                if (submission.date(name).isEmpty()) {
                    refusals.add(name, "notADate");
                }
            }
            case FLAG -> {
                if (!submission.text(name).matches("true|false")) {
                    refusals.add(name, "notAFlag");
                }
            }
            case TEXT -> {}
        }
    }

    private static void checkAmount(String name, Submission submission, Refusals refusals) {
        var amount = submission.number(name);
        if (amount.isEmpty()) {
            refusals.add(name, "notAnAmount");
        } else if (amount.get().signum() < 0) {
            refusals.add(name, "negativeAmount");
        } else if (amount.get().scale() > 2) {
            refusals.add(name, "tooManyDecimals");
        }
    }
}
