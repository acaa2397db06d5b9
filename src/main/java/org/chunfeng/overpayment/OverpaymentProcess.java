package org.chunfeng.overpayment;

import org.chunfeng.engine.Var;

/**
 * The names that overpayment.bpmn and this package share: messages, and the words its gateways read within one
 * transaction.
 */
final class OverpaymentProcess {

    static final String KEY = "overpayment";

    static final String REPORTED = "overpaymentReported";
    /** Another case found an overpayment; sent by the system with the fields of the form and the finding case. */
    static final String FOUND = "overpaymentFound";
    /** The import registered the case already; the business key names it. */
    static final String IMPORTED = "overpaymentImported";

    static final String RECHECK_REQUESTED = "overpaymentRecheckRequested";
    /** Sent to the case that an overpayment grew out of, once it is cleared; whoever waits for it goes on. */
    static final String CLEARED = "overpaymentCleared";

    static final String CLASSIFY = "classifyOverpayment";
    static final String RECLASSIFY = "reclassifyOverpayment";
    static final String CONFIRM = "confirmRefund";

    static final Var<String> CLASS_GIVEN = new Var<>("classGiven", String.class);
    static final Var<Boolean> REFUND_AGREED = new Var<>("refundAgreed", Boolean.class);
    static final Var<Boolean> SETTLED = new Var<>("settled", Boolean.class);

    private OverpaymentProcess() {}
}
