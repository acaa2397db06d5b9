package org.chunfeng.deregistration;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.chunfeng.casefile.CaseFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The certificates; the database numbers them, one a case. */
@Component
class Clearances {

    private static final String ISSUE = """
            insert into clearance (certificate_no, case_number, form, on_commitment, delivery, received_by, issued_by, issued_at)
            select next_certificate_number(:form, :bureau, :year), :case, :form, :onCommitment, :delivery, :receivedBy, :by, :at
            where not exists (select from clearance where case_number = :case)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Clearances(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Who gets it, and how. */
    record Delivery(String how, String receivedBy) {
        static final Delivery AT_THE_COUNTER = new Delivery("COUNTER", "");
    }

    /** Issues the certificate of a case; a second call changes nothing. */
    Clearance issue(CaseFile file, boolean onCommitment, Delivery delivery, String by) {
        String form = file.matter().equals("TAX_CLEARANCE") ? "CERTIFICATE" : "NOTICE";
        jdbc.sql(ISSUE)
                .param("form", form)
                .param("bureau", file.bureau())
                .param("year", LocalDate.now(clock).getYear())
                .param("case", file.caseNumber())
                .param("onCommitment", onCommitment)
                .param("delivery", delivery.how())
                .param("receivedBy", delivery.receivedBy())
                .param("by", by)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        return find(file.caseNumber()).orElseThrow();
    }

    Optional<Clearance> find(String caseNumber) {
        return jdbc.sql("select * from clearance where case_number = ?")
                .param(caseNumber)
                .query((row, number) -> new Clearance(
                        row.getString("certificate_no"),
                        row.getString("case_number"),
                        row.getString("form"),
                        row.getBoolean("on_commitment"),
                        row.getString("issued_by"),
                        row.getTimestamp("issued_at").toInstant()))
                .optional();
    }
}
