package org.chunfeng.deregistration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads a row of the table deregistration. */
final class DeregistrationRow {

    private DeregistrationRow() {}

    static Deregistration map(ResultSet row, int number) throws SQLException {
        return new Deregistration(
                row.getString("case_number"),
                row.getString("reason"),
                row.getString("contact_name"),
                row.getString("contact_phone"),
                row.getString("credit_level"),
                row.getString("head_office_id"),
                row.getString("announcement_no"),
                row.getObject("abnormal_since", LocalDate.class),
                overpayment(row),
                row.getBoolean("general_wanted"),
                row.getString("general_reason"),
                commitment(row),
                row.getInt("item_notices"),
                row.getString("proposal"),
                row.getString("opinion"),
                row.getString("zero_signed_by"),
                row.getString("zero_confirmed_by"),
                instant(row, "zero_confirmed_at"),
                row.getString("overpayment_case"));
    }

    private static Deregistration.@Nullable Overpayment overpayment(ResultSet row) throws SQLException {
        LocalDate arisenOn = row.getObject("overpaid_arisen_on", LocalDate.class);
        return arisenOn == null
                ? null
                : new Deregistration.Overpayment(
                        arisenOn,
                        row.getString("overpaid_tax_item"),
                        row.getObject("overpaid_from_on", LocalDate.class),
                        row.getObject("overpaid_to_on", LocalDate.class),
                        row.getString("overpaid_voucher_no"));
    }

    private static Deregistration.@Nullable Commitment commitment(ResultSet row) throws SQLException {
        String signedBy = row.getString("commitment_signed_by");
        return signedBy == null
                ? null
                : new Deregistration.Commitment(
                        signedBy,
                        row.getObject("commitment_due_on", LocalDate.class),
                        row.getObject("commitment_fulfilled", Boolean.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
