package org.chunfeng.overpayment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.chunfeng.casefile.Money;
import org.jspecify.annotations.Nullable;

/**
 * One overpayment in a list.
 *
 * @param step of the clock that runs; null while a refund is on its way, and after the end
 * @param dueAt of that step
 */
record OverpaymentRow(
        String caseNumber,
        String bureau,
        String matter,
        String taxpayerId,
        String taxpayerName,
        String taxItem,
        String subItem,
        LocalDate periodFrom,
        LocalDate periodTo,
        String voucherNo,
        long amountFen,
        LocalDate arisenOn,
        String status,
        @Nullable String outcome,
        @Nullable String kind,
        @Nullable String reason,
        String reasonText,
        @Nullable LocalDate recheckOn,
        @Nullable String classifiedBy,
        @Nullable Instant classifiedAt,
        @Nullable LocalDate settledOn,
        @Nullable Instant closedAt,
        @Nullable String step,
        @Nullable Instant dueAt,
        @Nullable LocalDate targetOn) {

    public String amount() {
        return new Money(amountFen).toString();
    }

    OverpaymentRow masked(String shownTaxpayerId) {
        return new OverpaymentRow(
                caseNumber,
                bureau,
                matter,
                shownTaxpayerId,
                taxpayerName,
                taxItem,
                subItem,
                periodFrom,
                periodTo,
                voucherNo,
                amountFen,
                arisenOn,
                status,
                outcome,
                kind,
                reason,
                reasonText,
                recheckOn,
                classifiedBy,
                classifiedAt,
                settledOn,
                closedAt,
                step,
                dueAt,
                targetOn);
    }

    static OverpaymentRow map(ResultSet row, int number) throws SQLException {
        return new OverpaymentRow(
                row.getString("case_number"),
                row.getString("bureau"),
                row.getString("matter"),
                row.getString("taxpayer_id"),
                row.getString("taxpayer_name"),
                row.getString("tax_item"),
                row.getString("sub_item"),
                row.getObject("period_from", LocalDate.class),
                row.getObject("period_to", LocalDate.class),
                row.getString("voucher_no"),
                row.getLong("amount_fen"),
                row.getObject("arisen_on", LocalDate.class),
                row.getString("status"),
                row.getString("outcome"),
                row.getString("class"),
                row.getString("reason"),
                row.getString("reason_text"),
                row.getObject("recheck_on", LocalDate.class),
                row.getString("classified_by"),
                instant(row, "classified_at"),
                row.getObject("settled_on", LocalDate.class),
                instant(row, "closed_at"),
                row.getString("step"),
                instant(row, "due_at"),
                row.getObject("target_on", LocalDate.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
