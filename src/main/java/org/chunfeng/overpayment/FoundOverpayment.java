package org.chunfeng.overpayment;

import java.time.LocalDate;
import org.chunfeng.casefile.Money;
import org.chunfeng.casefile.TaxpayerId;
import org.chunfeng.engine.Submission;

/** One overpayment as it was reported, after its rules were checked. */
record FoundOverpayment(
        String taxpayerId,
        String taxpayerName,
        String taxItem,
        LocalDate periodFrom,
        LocalDate periodTo,
        String voucherNo,
        Money paid,
        Money overpaid,
        LocalDate arisenOn,
        Submission source) {

    static FoundOverpayment of(Submission row) {
        Money overpaid = Money.ofYuan(row.amount("overpaidAmount").orElseThrow());
        return new FoundOverpayment(
                TaxpayerId.of(row.text("taxpayerId")).value(),
                row.text("taxpayerName"),
                row.text("taxItemCode"),
                row.date("periodFrom").orElseThrow(),
                row.date("periodTo").orElseThrow(),
                row.text("voucherNo"),
                row.amount("paidAmount").map(Money::ofYuan).orElse(overpaid),
                overpaid,
                row.date("arisenOn").orElseThrow(),
                row);
    }

    /** What makes two rows the same overpayment; name, amount and contact may be corrected, these may not. */
    String naturalKey() {
        return String.join(
                "|", taxpayerId, taxItem, voucherNo, periodFrom.toString(), periodTo.toString(), arisenOn.toString());
    }

    String text(String field) {
        return source.text(field);
    }
}
