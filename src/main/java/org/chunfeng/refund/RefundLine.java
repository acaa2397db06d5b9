package org.chunfeng.refund;

import java.time.LocalDate;
import org.chunfeng.casefile.Money;

/** One voucher of which money is asked back. */
record RefundLine(
        int line,
        String taxItem,
        String subItem,
        LocalDate periodFrom,
        LocalDate periodTo,
        String voucherNo,
        Money paid,
        Money refund) {}
