package org.chunfeng.refund;

import org.chunfeng.engine.Field;
import org.chunfeng.engine.Refusals;
import org.chunfeng.engine.Rule;
import org.chunfeng.engine.Submission;

/** The names of the fields on one line. */
record LineFields(int line) {

    String periodFrom() {
        return Field.text("periodFrom").onLine(line);
    }

    String periodTo() {
        return Field.text("periodTo").onLine(line);
    }

    String voucherNo() {
        return Field.text("voucherNo").onLine(line);
    }

    String paidAmount() {
        return Field.text("paidAmount").onLine(line);
    }

    String refundAmount() {
        return Field.text("refundAmount").onLine(line);
    }

    void requireAll(Submission application, Refusals refusals) {
        String item = Field.text("taxItemCode").onLine(line);
        Rule.required(item, periodFrom(), periodTo(), voucherNo(), paidAmount(), refundAmount())
                .check(application, refusals);
    }
}
