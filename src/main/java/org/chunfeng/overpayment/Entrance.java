package org.chunfeng.overpayment;

import java.util.List;
import org.chunfeng.engine.Field;
import org.chunfeng.engine.Refusals;
import org.chunfeng.engine.Rule;
import org.chunfeng.engine.StepRules;
import org.chunfeng.engine.Submission;

/** An entrance with fields that only the system takes: another case that found an overpayment. */
record Entrance(String step, List<Field> fields, List<Rule> rules) implements StepRules {

    @Override
    public void check(Submission submission, Refusals refusals) {
        rules.forEach(rule -> rule.check(submission, refusals));
    }

    @Override
    public boolean internal() {
        return true;
    }
}
