package org.chunfeng.engine;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.Variables;

/** Where a service task finds what was submitted right before it, within the same transaction. */
public final class SubmissionVariable {

    /** Names the bureau of a case that the system itself starts; people's cases get their own bureau. */
    public static final String BUREAU = "bureau";

    static final String NAME = "submission";

    private SubmissionVariable() {}

    /** Hands a submission to what follows in this transaction; for cases that other cases call with their own facts. */
    public static void set(VariableScope scope, Submission submission) {
        scope.setVariable(NAME, Variables.objectValue(submission, true).create());
    }

    /** Whether something was submitted in this transaction, rather than a timer having fired. */
    public static boolean isIn(VariableScope scope) {
        return scope.hasVariable(NAME);
    }

    public static Submission in(VariableScope scope) {
        return new Var<>(NAME, Submission.class).in(scope);
    }
}
