package org.chunfeng.engine;

import java.util.List;

/** A step whose rules, and remarks that do not block, are simply listed. */
public record Step(String step, List<Field> fields, List<Rule> rules, List<Rule> remarks) implements StepRules {

    public Step(String step, List<Field> fields, List<Rule> rules) {
        this(step, fields, rules, List.of());
    }

    @Override
    public void check(Submission submission, Refusals refusals) {
        rules.forEach(rule -> rule.check(submission, refusals));
    }

    @Override
    public void hint(Submission submission, Refusals hints) {
        remarks.forEach(remark -> remark.check(submission, hints));
    }
}
