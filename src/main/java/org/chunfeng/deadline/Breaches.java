package org.chunfeng.deadline;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The recorded breaches; one for each clock, never erased. */
@Repository
public class Breaches {

    private static final String RECORD = """
            with late as (
                insert into breach (clock_id, bureau, case_number, step, kind, handler, due_at, recorded_at)
                select clock_id, bureau, case_number, step, kind, :handler, due_at, :now from clock
                where clock_id = :clock and escalates and due_at <= coalesce(stopped_at, :now)
                on conflict do nothing
                returning *),
            noted as (
                insert into clock_event (clock_id, at, kind, actor, amount, unit, fixed_on, old_due_at, new_due_at, calendar_version)
                select c.clock_id, :now, 'BREACHED', :actor, c.amount, c.unit, c.fixed_on, c.due_at, c.due_at, c.calendar_version
                from clock c join late using (clock_id))
            select * from late
            """;

    private final JdbcClient sql;

    Breaches(JdbcClient sql) {
        this.sql = sql;
    }

    /** Records that the clock was exceeded; empty when it was not, does not escalate, or is on record already. */
    Optional<Breach> record(long clockId, String handler, String actor, Instant now) {
        return sql.sql(RECORD)
                .param("clock", clockId)
                .param("handler", handler)
                .param("actor", actor)
                .param("now", Timestamp.from(now))
                .query(Rows::breach)
                .optional();
    }

    public List<Breach> ofCase(String caseNumber) {
        return sql.sql("select * from breach where case_number = ? order by breach_id")
                .param(caseNumber)
                .query(Rows::breach)
                .list();
    }

    /** The breach of this clock; empty when it was not exceeded, or nobody recorded it yet. */
    public Optional<Breach> ofClock(long clockId) {
        return sql.sql("select * from breach where clock_id = ?")
                .param(clockId)
                .query(Rows::breach)
                .optional();
    }

    public Breach get(long breachId) {
        return sql.sql("select * from breach where breach_id = ?")
                .param(breachId)
                .query(Rows::breach)
                .optional()
                .orElseThrow(() -> new IllegalStateException("There is no breach " + breachId));
    }
}
