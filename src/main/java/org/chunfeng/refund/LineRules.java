package org.chunfeng.refund;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import org.chunfeng.casefile.Money;
import org.chunfeng.engine.Refusals;
import org.chunfeng.engine.Rule;
import org.chunfeng.engine.Submission;
import org.springframework.stereotype.Component;

/** The vouchers of an application, line by line. */
@Component
class LineRules {

    private static final BigDecimal SMALLEST = new BigDecimal("0.01");

    private final Refunds refunds;

    LineRules(Refunds refunds) {
        this.refunds = refunds;
    }

    void linesAreComplete(Submission application, Refusals refusals) {
        Set<String> vouchers = new HashSet<>();
        for (int line : application.lines(ApplicationFields.LINES)) {
            var fields = new LineFields(line);
            fields.requireAll(application, refusals);
            Rule.atMost(30, fields.voucherNo()).check(application, refusals);
            checkPeriod(application, refusals, fields);
            checkAmounts(application, refusals, fields);
            String voucher = application.text(fields.voucherNo());
            if (!voucher.isEmpty() && !vouchers.add(voucher)) {
                refusals.add(fields.voucherNo(), "voucherTwice", voucher);
            }
        }
    }

    /** What all open and paid refunds take of a voucher never exceeds what was paid by it. */
    void vouchersAreNotClaimedTwice(Submission application, Refusals refusals) {
        for (int line : application.lines(ApplicationFields.LINES)) {
            var fields = new LineFields(line);
            var paid = application.amount(fields.paidAmount());
            var refund = application.amount(fields.refundAmount());
            if (!refusals.isEmpty() || paid.isEmpty() || refund.isEmpty()) {
                return;
            }
            Money claimed = refunds.claimedOf(application.text(fields.voucherNo()));
            Money left = Money.ofYuan(paid.get()).minus(claimed);
            if (Money.ofYuan(refund.get()).compareTo(left) > 0) {
                refusals.add(fields.voucherNo(), "voucherClaimed", claimed.toString(), left.toString());
            }
        }
    }

    private static void checkPeriod(Submission application, Refusals refusals, LineFields fields) {
        var from = application.date(fields.periodFrom());
        var to = application.date(fields.periodTo());
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            refusals.add(fields.periodTo(), "periodReversed");
        }
        if (from.isPresent() && from.get().isAfter(application.today())) {
            refusals.add(fields.periodFrom(), "inTheFuture");
        }
        if (to.isPresent() && to.get().isAfter(application.today())) {
            refusals.add(fields.periodTo(), "inTheFuture");
        }
    }

    private static void checkAmounts(Submission application, Refusals refusals, LineFields fields) {
        var paid = application.amount(fields.paidAmount());
        var refund = application.amount(fields.refundAmount());
        if (paid.isPresent() && paid.get().compareTo(SMALLEST) < 0) {
            refusals.add(fields.paidAmount(), "atLeastOneFen");
        }
        if (refund.isPresent() && refund.get().compareTo(SMALLEST) < 0) {
            refusals.add(fields.refundAmount(), "atLeastOneFen");
        }
        if (paid.isPresent() && refund.isPresent() && refund.get().compareTo(paid.get()) > 0) {
            refusals.add(fields.refundAmount(), "abovePaid", paid.get().toPlainString());
        }
    }
}
