package org.chunfeng.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the clocks of the ledger. */
@Repository
class Clocks {

    private final JdbcClient sql;

    Clocks(JdbcClient sql) {
        this.sql = sql;
    }

    /** A clock as the database has it, and whether its projections have to be reckoned again before they are used. */
    record Found(DeadlineClock clock, boolean stale, boolean disturbed) {}

    Optional<DeadlineClock> find(long id) {
        return sql.sql("select * from clock where clock_id = ?")
                .param(id)
                .query(Rows::clock)
                .optional();
    }

    List<DeadlineClock> all(Collection<Long> ids) {
        return sql.sql("select * from clock where clock_id = any(?)")
                .param(ids.toArray(Long[]::new))
                .query(Rows::clock)
                .list();
    }

    List<DeadlineClock> ofCase(String caseNumber) {
        return sql.sql("select * from clock where case_number = ? order by clock_id")
                .param(caseNumber)
                .query(Rows::clock)
                .list();
    }

    /** The open clocks of a case, each with the answer whether the calendar has changed since it was reckoned. */
    List<Found> openOf(String caseNumber) {
        return sql.sql("""
                        select c.*, v.version > c.calendar_version as stale, false as disturbed
                        from clock c, calendar_version v where case_number = ? and stopped_at is null order by clock_id""").param(caseNumber).query(Clocks::found).list();
    }

    List<ClockEvent> events(long id) {
        return sql.sql("select * from clock_event where clock_id = ? order by clock_event_id")
                .param(id)
                .query(Rows::event)
                .list();
    }

    static Found found(ResultSet row, int number) throws SQLException {
        return new Found(Rows.clock(row, number), row.getBoolean("stale"), row.getBoolean("disturbed"));
    }

    static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
