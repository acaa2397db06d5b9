package org.chunfeng.deregistration;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.chunfeng.engine.Submission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All deregistrations, in the table deregistration. */
@Component
class Deregistrations {

    private static final String REGISTER = """
            insert into deregistration (case_number, reason, contact_name, contact_phone, credit_level, head_office_id,
                announcement_no, id_override_reason, abnormal_since, overpaid_arisen_on, overpaid_tax_item, overpaid_from_on,
                overpaid_to_on, overpaid_voucher_no, general_wanted, general_reason, commitment_signed_by, commitment_due_on)
            values (:case, :reason, :contact, :phone, :credit, :headOffice, :announcement, :idReason, :abnormalSince,
                :arisenOn, :overpaidItem, :overpaidFrom, :overpaidTo, :overpaidVoucher, :generalWanted, :generalReason, :signedBy, :dueOn)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Deregistrations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void register(String caseNumber, Submission application) {
        boolean signed = application.flag("commitmentSigned");
        jdbc.sql(REGISTER)
                .param("case", caseNumber)
                .param("reason", application.text("deregistrationReason"))
                .param("contact", application.text("contactName"))
                .param("phone", application.text("contactPhone"))
                .param("credit", application.text("creditLevel"))
                .param("headOffice", application.text("headOfficeId"))
                .param("announcement", application.text("announcementNo"))
                .param("idReason", application.text("taxpayerIdOverrideReason"))
                .param("abnormalSince", application.date("abnormalSince").orElse(null))
                .param("arisenOn", application.date("overpaidArisenOn").orElse(null))
                .param("overpaidItem", application.text("overpaidTaxItem"))
                .param("overpaidFrom", application.date("overpaidPeriodFrom").orElse(null))
                .param("overpaidTo", application.date("overpaidPeriodTo").orElse(null))
                .param("overpaidVoucher", application.text("overpaidVoucherNo"))
                .param("generalWanted", application.flag("generalFlowWanted"))
                .param("generalReason", application.text("generalFlowReason"))
                .param("signedBy", signed ? application.text("commitmentSignedBy") : null)
                .param("dueOn", signed ? application.date("commitmentDueOn").orElseThrow() : null)
                .update();
    }

    Deregistration get(String caseNumber) {
        return jdbc.sql("select * from deregistration where case_number = ?")
                .param(caseNumber)
                .query(DeregistrationRow::map)
                .single();
    }

    List<Deregistration> all(Collection<String> caseNumbers) {
        return jdbc.sql("select * from deregistration where case_number = any(?)")
                .param(caseNumbers.toArray(String[]::new))
                .query(DeregistrationRow::map)
                .list();
    }

    void confirmZero(String caseNumber, String signedBy, String confirmedBy) {
        jdbc.sql(
                        "update deregistration set zero_signed_by = ?, zero_confirmed_by = ?, zero_confirmed_at = ? where case_number = ?")
                .params(signedBy, confirmedBy, now(), caseNumber)
                .update();
    }

    void commit(String caseNumber, String signedBy, LocalDate dueOn) {
        jdbc.sql("update deregistration set commitment_signed_by = ?, commitment_due_on = ? where case_number = ?")
                .params(signedBy, dueOn, caseNumber)
                .update();
    }

    void settleCommitment(String caseNumber, boolean fulfilled) {
        jdbc.sql("update deregistration set commitment_fulfilled = ?, commitment_settled_at = ? where case_number = ?")
                .params(fulfilled, now(), caseNumber)
                .update();
    }

    void countItemNotice(String caseNumber) {
        jdbc.sql("update deregistration set item_notices = item_notices + 1 where case_number = ?")
                .param(caseNumber)
                .update();
    }

    void propose(String caseNumber, String proposal, String opinion) {
        jdbc.sql("update deregistration set proposal = ?, opinion = ? where case_number = ?")
                .params(proposal, opinion, caseNumber)
                .update();
    }

    void linkOverpayment(String caseNumber, String overpaymentCase) {
        jdbc.sql("update deregistration set overpayment_case = ? where case_number = ?")
                .params(overpaymentCase, caseNumber)
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
