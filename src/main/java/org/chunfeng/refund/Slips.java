package org.chunfeng.refund;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.chunfeng.casefile.Money;
import org.chunfeng.engine.Submission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All refund slips; the newest issue of a case is the current one. */
@Component
class Slips {

    private static final String ISSUE = """
            insert into slip (slip_no, case_number, issue, payout_fen, offset_fen, budget_subject, budget_level, treasury_code, state, issued_by, issued_at)
            select :case || '-' || next.issue, :case, next.issue, :payout, :offset, :subject, :level, :treasury, 'ISSUED', :by, :at
            from (select coalesce(max(issue), 0) + 1 as issue from slip where case_number = :case) as next
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Slips(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void issue(Refund refund, Submission slip) {
        jdbc.sql("update slip set state = 'VOID' where case_number = ? and state in ('ISSUED', 'CHECKED')")
                .param(refund.caseNumber())
                .update();
        jdbc.sql(ISSUE)
                .param("case", refund.caseNumber())
                .param("payout", refund.payout().fen())
                .param("offset", refund.offset().fen())
                .param("subject", slip.text("budgetSubject"))
                .param("level", slip.text("budgetLevel"))
                .param("treasury", slip.text("treasuryCode"))
                .param("by", slip.actor().userId())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    void check(String slipNo, String checkedBy) {
        jdbc.sql("update slip set state = 'CHECKED', checked_by = ? where slip_no = ?")
                .params(checkedBy, slipNo)
                .update();
    }

    void send(String slipNo) {
        jdbc.sql("update slip set state = 'SENT', sent_at = coalesce(sent_at, ?) where slip_no = ?")
                .params(Timestamp.from(clock.instant()), slipNo)
                .update();
    }

    void answer(String slipNo, String state, String returnReason) {
        jdbc.sql("update slip set state = ?, return_reason = nullif(?, '') where slip_no = ?")
                .params(state, returnReason, slipNo)
                .update();
    }

    Optional<Slip> find(String slipNo) {
        return jdbc.sql("select * from slip where slip_no = ?")
                .param(slipNo)
                .query(Slips::map)
                .optional();
    }

    Optional<Slip> current(String caseNumber) {
        return jdbc.sql("select * from slip where case_number = ? order by issue desc limit 1")
                .param(caseNumber)
                .query(Slips::map)
                .optional();
    }

    List<Slip> of(String caseNumber) {
        return jdbc.sql("select * from slip where case_number = ? order by issue")
                .param(caseNumber)
                .query(Slips::map)
                .list();
    }

    Optional<String> bureauOf(String slipNo) {
        return jdbc.sql("select bureau from case_file join slip using (case_number) where slip_no = ?")
                .param(slipNo)
                .query(String.class)
                .optional();
    }

    private static Slip map(ResultSet row, int number) throws SQLException {
        return new Slip(
                row.getString("slip_no"),
                row.getString("case_number"),
                row.getInt("issue"),
                new Money(row.getLong("payout_fen")),
                new Money(row.getLong("offset_fen")),
                row.getString("budget_subject"),
                row.getString("budget_level"),
                row.getString("treasury_code"),
                row.getString("state"),
                row.getString("issued_by"),
                row.getString("checked_by"),
                row.getString("return_reason"));
    }
}
