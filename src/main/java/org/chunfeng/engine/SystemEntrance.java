package org.chunfeng.engine;

import java.util.List;

/** An entrance that only the system itself takes, without any field. */
public record SystemEntrance(String step) implements StepRules {

    @Override
    public List<Field> fields() {
        return List.of();
    }

    @Override
    public void check(Submission submission, Refusals refusals) {}

    @Override
    public boolean internal() {
        return true;
    }
}
