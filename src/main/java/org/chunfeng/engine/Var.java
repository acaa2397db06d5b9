package org.chunfeng.engine;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.Variables;

/** A typed process variable that lives within one transaction; reading one that is missing or of another type fails, naming it. */
public record Var<T>(String name, Class<T> type) {

    public T in(VariableScope scope) {
        Object value = scope.getVariable(name);
        if (!type.isInstance(value)) {
            throw new IllegalStateException(
                    "Variable %s is %s, expected a %s".formatted(name, value, type.getSimpleName()));
        }
        return type.cast(value);
    }

    /** Hands a value to the gateway that follows, within this transaction only: nothing is stored. */
    public void set(VariableScope scope, T value) {
        scope.setVariable(name, Variables.untypedValue(value, true));
    }
}
