package org.chunfeng.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.chunfeng.engine.Submission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All accountability cases, in the table audit_case. */
@Component
class AuditCases {

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditCases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(String caseNumber, LateStep late) {
        jdbc.sql("""
                        insert into audit_case (case_number, breach_id, late_case, late_step, late_handler, late_group)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(caseNumber, late.breachId(), late.caseNumber(), late.step(), late.handler(), late.group())
                .update();
    }

    boolean isOpened(long breachId) {
        return jdbc.sql("select exists (select 1 from audit_case where breach_id = ?)")
                .param(breachId)
                .query(Boolean.class)
                .single();
    }

    /** The case about the breach of this clock; empty when there is none. */
    String ofClock(long clockId) {
        return jdbc.sql("select a.case_number from audit_case a join breach b using (breach_id) where b.clock_id = ?")
                .param(clockId)
                .query(String.class)
                .optional()
                .orElse("");
    }

    AuditCase get(String caseNumber) {
        return jdbc.sql("select * from audit_case where case_number = ?")
                .param(caseNumber)
                .query(AuditCase.class)
                .single();
    }

    List<AuditCase> about(String lateCase) {
        return jdbc.sql("select * from audit_case where late_case = ? order by case_number")
                .param(lateCase)
                .query(AuditCase.class)
                .list();
    }

    void explain(String caseNumber, Submission explanation) {
        jdbc.sql(
                        "update audit_case set cause = ?, explanation = ?, explained_by = ?, explained_at = ? where case_number = ?")
                .params(
                        explanation.text("cause"),
                        explanation.text("explanation"),
                        explanation.actor().userId(),
                        Timestamp.from(clock.instant()),
                        caseNumber)
                .update();
    }

    void noteSilence(String caseNumber) {
        jdbc.sql("update audit_case set silent = true where case_number = ?")
                .param(caseNumber)
                .update();
    }

    void refer(String caseNumber, Submission referral) {
        jdbc.sql("update audit_case set referral = ?, referred_by = ? where case_number = ?")
                .params(referral.text("opinion"), referral.actor().userId(), caseNumber)
                .update();
    }

    void notePassing(String caseNumber) {
        jdbc.sql("update audit_case set passed_on = true where case_number = ?")
                .param(caseNumber)
                .update();
    }

    void conclude(String caseNumber, Submission conclusion) {
        jdbc.sql(
                        "update audit_case set conclusion = ?, opinion = ?, concluded_by = ?, concluded_at = ? where case_number = ?")
                .params(
                        conclusion.text("conclusion"),
                        conclusion.text("opinion"),
                        conclusion.actor().userId(),
                        Timestamp.from(clock.instant()),
                        caseNumber)
                .update();
    }
}
