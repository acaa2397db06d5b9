package org.chunfeng.engine;

import org.camunda.bpm.engine.delegate.VariableScope;

/** A typed process variable; reading one that is missing or of another type fails, naming it. */
public record Var<T>(String name, Class<T> type) {

    public T in(VariableScope scope) {
        Object value = scope.getVariable(name);
        if (!type.isInstance(value)) {
            throw new IllegalStateException(
                    "Variable %s is %s, expected a %s".formatted(name, value, type.getSimpleName()));
        }
        return type.cast(value);
    }

    public void set(VariableScope scope, T value) {
        scope.setVariable(name, value);
    }
}
