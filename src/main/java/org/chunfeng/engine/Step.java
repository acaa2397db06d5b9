package org.chunfeng.engine;

import java.util.List;

/** A step whose rules are simply listed. */
public record Step(String step, List<Field> fields, List<Rule> rules) implements StepRules {

    @Override
    public void check(Submission submission, Refusals refusals) {
        rules.forEach(rule -> rule.check(submission, refusals));
    }
}
