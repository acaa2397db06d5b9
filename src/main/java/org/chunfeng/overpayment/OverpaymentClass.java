package org.chunfeng.overpayment;

import java.util.Arrays;

/** How an overpayment is to be cleared (plan measure 31, 分类采取措施), and the flow of the model that it takes. */
enum OverpaymentClass {
    REFUND("refundDue"),
    OFFSET_ARREARS("offsetDue"),
    OFFSET_NEXT_PERIOD("offsetDue"),
    DECLARATION_FIX("declarationWrong"),
    CANNOT_CLEAR("cannotClear");

    private final String flow;

    OverpaymentClass(String flow) {
        this.flow = flow;
    }

    static String[] codes() {
        return Arrays.stream(values()).map(Enum::name).toArray(String[]::new);
    }

    String flow() {
        return flow;
    }
}
