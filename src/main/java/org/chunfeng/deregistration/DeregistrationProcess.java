package org.chunfeng.deregistration;

import org.chunfeng.engine.Var;

/**
 * The names that deregistration.bpmn and this package share: messages, and the words its gateways read within one
 * transaction.
 */
final class DeregistrationProcess {

    static final String KEY = "deregistration";

    /** The clock of the general flow. */
    static final String CLOCK = "deregistration";

    static final String FULFIL = "fulfilCommitment";

    static final String FILED = "deregistrationFiled";
    static final String WITHDRAWN = "deregistrationWithdrawn";
    static final String OVERPAYMENT_CLEARED = "overpaymentCleared";

    static final Var<String> STANDING = new Var<>("standing", String.class);
    static final Var<String> TRACK = new Var<>("track", String.class);
    static final Var<Boolean> UNSETTLED = new Var<>("unsettled", Boolean.class);
    static final Var<String> REVIEW = new Var<>("review", String.class);
    static final Var<String> LEADER = new Var<>("leader", String.class);
    static final Var<Boolean> REPEATED = new Var<>("repeated", Boolean.class);
    static final Var<Boolean> PROMISED = new Var<>("promised", Boolean.class);
    static final Var<Boolean> QUALIFIED = new Var<>("qualified", Boolean.class);

    private DeregistrationProcess() {}
}
