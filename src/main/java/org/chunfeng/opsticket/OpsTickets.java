package org.chunfeng.opsticket;

import java.time.LocalDate;
import org.chunfeng.engine.Submission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What tickets are about and what became of them, in the table ops_ticket. */
@Repository
class OpsTickets {

    private final JdbcClient jdbc;

    OpsTickets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void register(String caseNumber, Submission report) {
        jdbc.sql("insert into ops_ticket (case_number, faulty_system, problem) values (?, ?, ?)")
                .params(caseNumber, report.text("faultySystem"), report.text("problem"))
                .update();
    }

    OpsTicket get(String caseNumber) {
        return jdbc.sql("select * from ops_ticket where case_number = ?")
                .param(caseNumber)
                .query(OpsTicket.class)
                .single();
    }

    void solve(String caseNumber, String solution) {
        jdbc.sql("update ops_ticket set outcome = 'SOLVED', solution = ? where case_number = ?")
                .params(solution, caseNumber)
                .update();
    }

    void report(String caseNumber, String reference, LocalDate on) {
        jdbc.sql(
                        "update ops_ticket set outcome = 'REPORTED', region_reference = ?, reported_on = ? where case_number = ?")
                .params(reference, on, caseNumber)
                .update();
    }

    void answer(String caseNumber, String answer) {
        jdbc.sql("update ops_ticket set region_answer = ? where case_number = ?")
                .params(answer, caseNumber)
                .update();
    }

    /** Back to operations, as if nothing had been done yet. */
    void sendBack(String caseNumber) {
        jdbc.sql("""
                        update ops_ticket set handlings = handlings + 1, outcome = null, solution = '', region_reference = '',
                            reported_on = null, region_answer = '' where case_number = ?""").param(caseNumber).update();
    }
}
