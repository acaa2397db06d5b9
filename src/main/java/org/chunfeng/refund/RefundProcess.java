package org.chunfeng.refund;

import org.chunfeng.engine.Var;

/**
 * The names that refund.bpmn and this package share: messages, and the words its gateways read within one transaction. A
 * word never has the name of a form field: the engine keeps both apart only by name.
 */
final class RefundProcess {

    static final String KEY = "refund";

    static final String FILED = "refundFiled";
    static final String WITHDRAWN = "refundWithdrawn";
    static final String EXPEDITE_REQUESTED = "expediteRequested";
    static final String TREASURY_ANSWERED = "treasuryAnswered";

    static final Var<String> INTAKE = new Var<>("intake", String.class);
    static final Var<String> SUPPLEMENT = new Var<>("supplement", String.class);
    static final Var<Boolean> ALLOWED = new Var<>("allowed", Boolean.class);
    static final Var<String> REVIEW = new Var<>("review", String.class);
    static final Var<String> VERDICT = new Var<>("verdict", String.class);
    static final Var<Boolean> SLIP_PASSED = new Var<>("slipPassed", Boolean.class);
    static final Var<Boolean> ANSWER_FINAL = new Var<>("answerFinal", Boolean.class);
    static final Var<String> ROUTE = new Var<>("route", String.class);
    static final Var<Boolean> ACCOUNT_GOOD = new Var<>("accountGood", Boolean.class);
    static final Var<Boolean> PREFERRED = new Var<>("preferred", Boolean.class);

    private RefundProcess() {}
}
