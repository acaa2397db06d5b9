package org.chunfeng.refund;

import java.util.List;
import org.chunfeng.casefile.Money;
import org.chunfeng.engine.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All refunds, in the tables refund and refund_line. */
@Component
class Refunds {

    private static final String INSERT = """
            insert into refund (case_number, applicant_role, applicant_name, credit_level, contact_name, contact_phone, reason,
                policy_basis, relief_code, export_batch, tax_year, finance_approval, id_override_reason, bank_name, account_name,
                account_no, account_confirm_reason, applied_fen)
            values (:case, :role, :applicant, nullif(:credit, ''), :contact, :phone, :reason, :basis, :relief, :batch, :year, :finance,
                :idReason, :bank, :accountName, :accountNo, :accountReason, :applied)
            """;

    private static final String CLAIMED = """
            select coalesce(sum(l.refund_fen), 0) from refund_line l join case_file c using (case_number)
            where l.voucher_no = ? and (c.outcome is null or c.outcome = 'PAID')
            """;

    private final JdbcClient jdbc;

    Refunds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void register(String caseNumber, Submission application, List<RefundLine> lines) {
        String taxpayer = application.text("taxpayerName");
        jdbc.sql(INSERT)
                .param("case", caseNumber)
                .param("role", application.text("applicantRole"))
                .param("applicant", application.has("applicantName") ? application.text("applicantName") : taxpayer)
                .param("credit", application.text("creditLevel"))
                .param("contact", application.text("contactName"))
                .param("phone", application.text("contactPhone"))
                .param("reason", application.text("refundReason"))
                .param("basis", application.text("policyBasis"))
                .param("relief", application.text("reliefCode"))
                .param("batch", application.text("exportBatch"))
                .param("year", application.text("taxYear"))
                .param("finance", application.flag("financeApprovalNeeded"))
                .param("idReason", application.text("taxpayerIdOverrideReason"))
                .param("bank", application.text("bankName"))
                .param("accountName", application.text("accountName"))
                .param("accountNo", application.text("accountNo"))
                .param("accountReason", application.text("accountConfirmReason"))
                .param("applied", total(lines).fen())
                .update();
        lines.forEach(line -> insert(caseNumber, line));
    }

    static Money total(List<RefundLine> lines) {
        return lines.stream().map(RefundLine::refund).reduce(Money.ZERO, Money::plus);
    }

    Refund get(String caseNumber) {
        return jdbc.sql("select * from refund where case_number = ?")
                .param(caseNumber)
                .query((row, number) -> new Refund(
                        row.getString("case_number"),
                        row.getString("bank_name"),
                        row.getString("account_name"),
                        row.getString("account_no"),
                        new Money(row.getLong("applied_fen")),
                        money(row.getObject("approved_fen", Long.class)),
                        new Money(row.getLong("interest_fen")),
                        new Money(row.getLong("arrears_fen")),
                        new Money(row.getLong("offset_fen")),
                        row.getString("proposal"),
                        row.getString("opinion"),
                        row.getInt("paper_requests")))
                .single();
    }

    List<RefundLine> lines(String caseNumber) {
        return jdbc.sql("select * from refund_line where case_number = ? order by line")
                .param(caseNumber)
                .query((row, number) -> new RefundLine(
                        row.getInt("line"),
                        row.getString("tax_item"),
                        row.getString("sub_item"),
                        row.getDate("period_from").toLocalDate(),
                        row.getDate("period_to").toLocalDate(),
                        row.getString("voucher_no"),
                        new Money(row.getLong("paid_fen")),
                        new Money(row.getLong("refund_fen"))))
                .list();
    }

    /** What open and paid refunds take of a voucher already; whoever asks holds the voucher until the transaction ends. */
    Money claimedOf(String voucherNo) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(voucherNo)
                .query((row, number) -> true)
                .single();
        return new Money(jdbc.sql(CLAIMED).param(voucherNo).query(Long.class).single());
    }

    void countPaperRequest(String caseNumber) {
        jdbc.sql("update refund set paper_requests = paper_requests + 1 where case_number = ?")
                .param(caseNumber)
                .update();
    }

    void propose(String caseNumber, Proposal proposal) {
        jdbc.sql("""
                        update refund set proposal = :proposal, approved_fen = :approved, interest_fen = :interest,
                            arrears_fen = :arrears, offset_fen = :offset, opinion = :opinion where case_number = :case
                        """)
                .param("proposal", proposal.decision())
                .param("approved", proposal.approved().fen())
                .param("interest", proposal.interest().fen())
                .param("arrears", proposal.arrears().fen())
                .param("offset", proposal.offset().fen())
                .param("opinion", proposal.opinion())
                .param("case", caseNumber)
                .update();
    }

    void correctAccount(String caseNumber, Submission correction) {
        jdbc.sql(
                        "update refund set bank_name = ?, account_name = ?, account_no = ?, account_confirm_reason = ? where case_number = ?")
                .params(
                        correction.text("bankName"),
                        correction.text("accountName"),
                        correction.text("accountNo"),
                        correction.text("accountConfirmReason"),
                        caseNumber)
                .update();
    }

    private void insert(String caseNumber, RefundLine line) {
        jdbc.sql("""
                        insert into refund_line (case_number, line, tax_item, sub_item, period_from, period_to, voucher_no, paid_fen, refund_fen)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        caseNumber,
                        line.line(),
                        line.taxItem(),
                        line.subItem(),
                        line.periodFrom(),
                        line.periodTo(),
                        line.voucherNo(),
                        line.paid().fen(),
                        line.refund().fen())
                .update();
    }

    private static @Nullable Money money(@Nullable Long fen) {
        return fen == null ? null : new Money(fen);
    }
}
