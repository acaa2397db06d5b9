package org.chunfeng.supervision;

import org.chunfeng.engine.Var;

/** The names that supervision.bpmn and this package share. */
final class SupervisionProcess {

    static final String KEY = "supervision";
    static final String DUE = "supervisionDue";
    static final Var<Boolean> FOUND = new Var<>("found", Boolean.class);

    private SupervisionProcess() {}
}
