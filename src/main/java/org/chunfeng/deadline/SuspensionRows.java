package org.chunfeng.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The suspensions in the database. */
@Repository
class SuspensionRows {

    private final JdbcClient sql;

    SuspensionRows(JdbcClient sql) {
        this.sql = sql;
    }

    List<SuspensionRecord> ofCases(Collection<String> caseNumbers) {
        if (caseNumbers.isEmpty()) {
            return List.of();
        }
        return sql.sql("select * from suspension where case_number in (:cases) order by suspension_id")
                .param("cases", caseNumbers)
                .query(SuspensionRows::map)
                .list();
    }

    SuspensionRecord locked(long id) {
        return sql.sql("select * from suspension where suspension_id = ? for update")
                .param(id)
                .query(SuspensionRows::map)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("There is no suspension " + id));
    }

    List<SuspensionRecord> pending() {
        return sql.sql("select * from suspension where decided_at is null order by suspension_id")
                .query(SuspensionRows::map)
                .list();
    }

    /** Open ones whose planned end has passed and of which nobody was reminded; they are marked as reminded. */
    List<SuspensionRecord> takeOverstayed(LocalDate today, Instant now) {
        return sql.sql("""
                        update suspension set reminded_at = ?
                        where from_on is not null and to_on is null and reminded_at is null and planned_end_on <= ?
                        returning *""")
                .params(Timestamp.from(now), today)
                .query(SuspensionRows::map)
                .list();
    }

    long request(SuspensionRequest request, String by, SuspensionOrigin origin, Instant now) {
        return sql.sql("""
                        insert into suspension (case_number, clock_id, reason, document_no, note, requested_by, requested_at,
                            planned_end_on, occasion, requesting_group)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning suspension_id""")
                .param(request.caseNumber())
                .param(request.clockId())
                .param(request.reason().name())
                .param(request.documentNo().strip())
                .param(request.note().strip())
                .param(by)
                .param(Timestamp.from(now))
                .param(request.plannedEnd())
                .param(origin.occasion())
                .param(origin.group())
                .query(Long.class)
                .single();
    }

    void approve(long id, String by, LocalDate from, Instant now) {
        sql.sql("update suspension set decided_by = ?, decided_at = ?, from_on = ? where suspension_id = ?")
                .params(by, Timestamp.from(now), from, id)
                .update();
    }

    void reject(long id, String by, Instant now) {
        sql.sql("update suspension set decided_by = ?, decided_at = ? where suspension_id = ?")
                .params(by, Timestamp.from(now), id)
                .update();
    }

    void resume(long id, String by, String because, LocalDate to, Instant now) {
        sql.sql(
                        "update suspension set resumed_by = ?, resumed_at = ?, to_on = ?, ended_because = ? where suspension_id = ?")
                .params(by, Timestamp.from(now), to, because, id)
                .update();
    }

    Optional<SuspensionRecord> ofOccasion(String occasion) {
        return sql.sql("select * from suspension where occasion = ?")
                .param(occasion)
                .query(SuspensionRows::map)
                .optional();
    }

    /** The suspension that this process works on, once it is decided. */
    Optional<SuspensionRecord> ofProcess(String processInstance) {
        return sql.sql("select * from suspension where process_instance = ?")
                .param(processInstance)
                .query(SuspensionRows::map)
                .optional();
    }

    void handTo(long id, String processInstance) {
        sql.sql("update suspension set process_instance = ? where suspension_id = ?")
                .params(processInstance, id)
                .update();
    }

    private static SuspensionRecord map(ResultSet row, int number) throws SQLException {
        return new SuspensionRecord(
                row.getLong("suspension_id"),
                row.getString("case_number"),
                row.getObject("clock_id", Long.class),
                SuspensionReason.valueOf(row.getString("reason")),
                row.getString("document_no"),
                row.getString("note"),
                row.getString("requested_by"),
                Rows.instantOf(row, "requested_at"),
                row.getObject("planned_end_on", LocalDate.class),
                row.getString("decided_by"),
                Rows.instant(row, "decided_at"),
                row.getObject("from_on", LocalDate.class),
                row.getObject("to_on", LocalDate.class),
                row.getString("resumed_by"),
                Rows.instant(row, "resumed_at"),
                row.getString("ended_because"),
                row.getString("requesting_group"));
    }
}
