package org.chunfeng.overpayment;

import static org.chunfeng.engine.Field.amount;
import static org.chunfeng.engine.Field.date;
import static org.chunfeng.engine.Field.flag;
import static org.chunfeng.engine.Field.text;

import java.util.List;
import java.util.stream.Stream;
import org.chunfeng.engine.Field;

/** The fields of one overpayment, the same in the form and in a row of the platform's list. */
final class RowFields {

    static final List<Field> ROW = List.of(
            text("taxpayerId"),
            flag("taxpayerIdOverride"),
            text("taxpayerIdOverrideReason"),
            text("taxpayerName"),
            text("taxItemCode"),
            text("taxSubItemName"),
            date("periodFrom"),
            date("periodTo"),
            text("voucherNo"),
            amount("paidAmount"),
            amount("overpaidAmount"),
            date("arisenOn"),
            text("contactName"),
            text("contactPhone"),
            text("bankName"),
            text("accountName"),
            text("accountNo"),
            text("remark"));

    static final List<Field> FORM =
            Stream.concat(Stream.of(text("requestId")), ROW.stream()).toList();

    static final List<Field> FOUND =
            Stream.concat(Stream.of(text("relatedCase")), ROW.stream()).toList();

    private RowFields() {}
}
