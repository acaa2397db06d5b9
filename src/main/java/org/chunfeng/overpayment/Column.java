package org.chunfeng.overpayment;

import java.util.Arrays;
import java.util.List;

/** The columns of the platform's list; what they are called stands in messages/pages.properties. */
enum Column {
    TAX_BUREAU("taxBureau", Kind.TEXT, false),
    TAXPAYER_ID("taxpayerId", Kind.TEXT, true),
    TAXPAYER_NAME("taxpayerName", Kind.TEXT, true),
    TAX_ITEM("taxItemCode", Kind.TAX_ITEM, true),
    TAX_SUB_ITEM("taxSubItemName", Kind.TEXT, false),
    PERIOD_FROM("periodFrom", Kind.DATE, true),
    PERIOD_TO("periodTo", Kind.DATE, true),
    VOUCHER_NO("voucherNo", Kind.TEXT, true),
    PAID_AMOUNT("paidAmount", Kind.AMOUNT, false),
    OVERPAID_AMOUNT("overpaidAmount", Kind.AMOUNT, true),
    ARISEN_ON("arisenOn", Kind.DATE, true),
    OVERRIDE_REASON("taxpayerIdOverrideReason", Kind.TEXT, false),
    CONTACT_NAME("contactName", Kind.TEXT, false),
    CONTACT_PHONE("contactPhone", Kind.TEXT, false),
    BANK_NAME("bankName", Kind.TEXT, false),
    ACCOUNT_NAME("accountName", Kind.TEXT, false),
    ACCOUNT_NO("accountNo", Kind.TEXT, false),
    REMARK("remark", Kind.TEXT, false);

    /** How the text of a cell is read. */
    enum Kind {
        TEXT,
        DATE,
        AMOUNT,
        TAX_ITEM
    }

    private final String field;
    private final Kind kind;
    private final boolean required;

    Column(String field, Kind kind, boolean required) {
        this.field = field;
        this.kind = kind;
        this.required = required;
    }

    String field() {
        return field;
    }

    Kind kind() {
        return kind;
    }

    /** Whether a list without this column is refused as a whole. */
    boolean isRequired() {
        return required;
    }

    static List<Column> required() {
        return Arrays.stream(values()).filter(Column::isRequired).toList();
    }
}
