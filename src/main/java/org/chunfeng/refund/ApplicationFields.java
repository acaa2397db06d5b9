package org.chunfeng.refund;

import static org.chunfeng.engine.Field.amount;
import static org.chunfeng.engine.Field.date;
import static org.chunfeng.engine.Field.flag;
import static org.chunfeng.engine.Field.text;

import java.util.List;
import java.util.stream.Stream;
import org.chunfeng.casefile.Money;
import org.chunfeng.engine.Field;
import org.chunfeng.engine.Submission;

/** The fields of a refund application (退（抵）税申请表). */
final class ApplicationFields {

    /** 原完税情况: one line a voucher. */
    static final List<Field> LINES = List.of(
            text("taxItemCode").perLine(),
            text("taxSubItemName").perLine(),
            date("periodFrom").perLine(),
            date("periodTo").perLine(),
            text("voucherNo").perLine(),
            amount("paidAmount").perLine(),
            amount("refundAmount").perLine());

    static final List<Field> ACCOUNT = List.of(
            text("bankName"),
            text("accountName"),
            text("accountNo"),
            flag("accountConfirmed"),
            text("accountConfirmReason"));

    private static final List<Field> HEAD = List.of(
            text("requestId"),
            text("matter"),
            text("applicantRole"),
            text("applicantName"),
            text("taxpayerName"),
            text("taxpayerId"),
            flag("taxpayerIdOverride"),
            text("taxpayerIdOverrideReason"),
            text("creditLevel"),
            text("contactName"),
            text("contactPhone"),
            date("appliedOn"),
            text("refundReason"),
            text("policyBasis"),
            text("reliefCode"),
            text("exportBatch"),
            text("taxYear"),
            flag("inputCreditDeclared"),
            flag("financeApprovalNeeded"),
            text("materialsPresent"),
            text("materialsOnFile"),
            text("documents"));

    static final List<Field> ALL =
            Stream.of(HEAD, LINES, ACCOUNT).flatMap(List::stream).toList();

    private ApplicationFields() {}

    /** The lines of an application that passed its rules. */
    static List<RefundLine> lines(Submission application) {
        return application.lines(LINES).stream()
                .map(line -> line(application, line))
                .toList();
    }

    private static RefundLine line(Submission application, int line) {
        String suffix = line == 1 ? "" : "_" + line;
        return new RefundLine(
                line,
                application.text("taxItemCode" + suffix),
                application.text("taxSubItemName" + suffix),
                application.date("periodFrom" + suffix).orElseThrow(),
                application.date("periodTo" + suffix).orElseThrow(),
                application.text("voucherNo" + suffix),
                Money.ofYuan(application.amount("paidAmount" + suffix).orElseThrow()),
                Money.ofYuan(application.amount("refundAmount" + suffix).orElseThrow()));
    }
}
