package org.chunfeng.overpayment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.chunfeng.casefile.Money;
import org.chunfeng.engine.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All overpayments, in the table overpayment. */
@Component
class Overpayments {

    private static final String INSERT = """
            insert into overpayment (case_number, natural_key, found_by, tax_item, sub_item, period_from, period_to, voucher_no,
                paid_fen, id_override_reason, remark, contact_name, contact_phone, bank_name, account_name, account_no)
            values (:case, :key, :foundBy, :item, :subItem, :from, :to, :voucher, :paid, :idReason, :remark, :contact, :phone,
                :bank, :accountName, :accountNo)
            """;

    private static final String MARK = """
            with marked as (
                update overpayment set class = :class, opinion = :opinion, reason = nullif(:reason, ''),
                    reason_text = :reasonText, recheck_on = :recheckOn, classified_by = :by, classified_at = :at,
                    refund_matter = :matter,
                    contact_name = coalesce(nullif(:contact, ''), contact_name),
                    contact_phone = coalesce(nullif(:phone, ''), contact_phone),
                    bank_name = coalesce(nullif(:bank, ''), bank_name),
                    account_name = coalesce(nullif(:accountName, ''), account_name),
                    account_no = coalesce(nullif(:accountNo, ''), account_no)
                where case_number = :case returning case_number)
            insert into overpayment_marking (case_number, class, reason, reason_text, recheck_on, marked_by, marked_at)
            select case_number, :class, nullif(:reason, ''), :reasonText, :recheckOn, :by, :at from marked
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Overpayments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The case that an overpayment opened already, if any. */
    Optional<String> caseOf(String naturalKey) {
        return jdbc.sql("select case_number from overpayment where natural_key = ?")
                .param(naturalKey)
                .query(String.class)
                .optional();
    }

    void register(String caseNumber, FoundOverpayment found, String foundBy) {
        jdbc.sql(INSERT)
                .param("case", caseNumber)
                .param("key", found.naturalKey())
                .param("foundBy", foundBy)
                .param("item", found.taxItem())
                .param("subItem", found.text("taxSubItemName"))
                .param("from", found.periodFrom())
                .param("to", found.periodTo())
                .param("voucher", found.voucherNo())
                .param("paid", found.paid().fen())
                .param("idReason", found.text("taxpayerIdOverrideReason"))
                .param("remark", found.text("remark"))
                .param("contact", found.text("contactName"))
                .param("phone", found.text("contactPhone"))
                .param("bank", found.text("bankName"))
                .param("accountName", found.text("accountName"))
                .param("accountNo", found.text("accountNo"))
                .update();
    }

    /** Keeps a classification, and that it was given, whatever follows it later. */
    void classify(String caseNumber, Submission marking) {
        boolean unclearable = marking.text("overpaymentClass").equals(OverpaymentClass.CANNOT_CLEAR.name());
        jdbc.sql(MARK)
                .param("case", caseNumber)
                .param("class", marking.text("overpaymentClass"))
                .param("opinion", marking.text("opinion"))
                .param("reason", unclearable ? marking.text("unclearableReason") : "")
                .param("reasonText", unclearable ? marking.text("reasonText") : "")
                .param("recheckOn", unclearable ? marking.date("recheckOn").orElse(null) : null)
                .param("by", marking.actor().userId())
                .param("at", Timestamp.from(clock.instant()))
                .param("matter", marking.text("refundMatter"))
                .param("contact", marking.text("contactName"))
                .param("phone", marking.text("contactPhone"))
                .param("bank", marking.text("bankName"))
                .param("accountName", marking.text("accountName"))
                .param("accountNo", marking.text("accountNo"))
                .update();
    }

    void settle(String caseNumber, Submission settlement) {
        jdbc.sql("update overpayment set settled_fen = ?, settled_by_voucher = ?, settled_on = ? where case_number = ?")
                .param(settlement
                        .amount("offsetAmount")
                        .map(Money::ofYuan)
                        .map(Money::fen)
                        .orElse(null))
                .param(settlement.text("settledByVoucher"))
                .param(settlement.date("settledOn").orElseThrow())
                .param(caseNumber)
                .update();
    }

    Overpayment get(String caseNumber) {
        return jdbc.sql("select * from overpayment where case_number = ?")
                .param(caseNumber)
                .query(Overpayments::map)
                .single();
    }

    private static Overpayment map(ResultSet row, int number) throws SQLException {
        String kind = row.getString("class");
        Timestamp classifiedAt = row.getTimestamp("classified_at");
        return new Overpayment(
                row.getString("case_number"),
                row.getString("found_by"),
                row.getString("tax_item"),
                row.getString("sub_item"),
                row.getObject("period_from", LocalDate.class),
                row.getObject("period_to", LocalDate.class),
                row.getString("voucher_no"),
                new Money(row.getLong("paid_fen")),
                row.getString("id_override_reason"),
                row.getString("remark"),
                row.getString("contact_name"),
                row.getString("contact_phone"),
                row.getString("bank_name"),
                row.getString("account_name"),
                row.getString("account_no"),
                kind == null ? null : OverpaymentClass.valueOf(kind),
                row.getString("refund_matter"),
                classifiedAt == null ? null : classifiedAt.toInstant(),
                row.getString("opinion"),
                row.getString("reason"),
                row.getString("reason_text"),
                row.getObject("recheck_on", LocalDate.class),
                money(row.getObject("settled_fen", Long.class)),
                row.getString("settled_by_voucher"),
                row.getObject("settled_on", LocalDate.class));
    }

    private static @Nullable Money money(@Nullable Long fen) {
        return fen == null ? null : new Money(fen);
    }
}
