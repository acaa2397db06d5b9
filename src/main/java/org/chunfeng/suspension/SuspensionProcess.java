package org.chunfeng.suspension;

import java.util.List;
import org.chunfeng.engine.Var;

/** The names that suspension.bpmn, the event sub-process that calls it, and this package share. */
final class SuspensionProcess {

    static final String KEY = "suspension";

    static final String REQUESTED = "suspensionRequested";

    /** Who works on cases, in the order in which somebody of two departments counts as one of them. */
    static final List<String> DEPARTMENTS = List.of("taxSource", "revenueAccounting", "hallIntake");

    static final Var<Boolean> GRANTED = new Var<>("granted", Boolean.class);

    private SuspensionProcess() {}
}
