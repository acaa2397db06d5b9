package org.chunfeng.calendar;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The decree sets in the database, from their draft on. */
@Repository
class Decrees {

    private static final RowMapper<DecreeRecord> RECORD = (row, number) -> new DecreeRecord(
            row.getLong("decree_id"),
            row.getInt("year"),
            row.getString("source"),
            row.getString("content_hash"),
            DecreeRecord.State.valueOf(row.getString("state")),
            row.getString("imported_by"),
            row.getTimestamp("imported_at").toInstant(),
            row.getString("signed_by"),
            row.getTimestamp("signed_at") == null
                    ? null
                    : row.getTimestamp("signed_at").toInstant(),
            row.getString("reason"),
            row.getObject("version", Long.class));

    private final JdbcClient sql;

    Decrees(JdbcClient sql) {
        this.sql = sql;
    }

    List<DecreeRecord> all() {
        return sql.sql("select * from decree order by year desc, decree_id desc")
                .query(RECORD)
                .list();
    }

    Optional<DecreeRecord> find(long id) {
        return sql.sql("select * from decree where decree_id = ?")
                .param(id)
                .query(RECORD)
                .optional();
    }

    DecreeRecord locked(long id) {
        return sql.sql("select * from decree where decree_id = ? for update")
                .param(id)
                .query(RECORD)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("No decree %d".formatted(id)));
    }

    Decree content(DecreeRecord decree) {
        var days = sql.sql("select day, working, name from decree_day where decree_id = ? order by day")
                .param(decree.id())
                .query((row, number) -> new DecreeDay(
                        row.getObject("day", LocalDate.class), row.getBoolean("working"), row.getString("name")))
                .list();
        return new Decree(decree.year(), decree.source(), days);
    }

    boolean isInForce(Decree decree) {
        return sql.sql("select exists (select from decree where state = 'SIGNED' and year = ? and content_hash = ?)")
                .params(decree.year(), decree.hash())
                .query(Boolean.class)
                .single();
    }

    /** The draft with these days, made now unless somebody imported the same before. */
    long draft(Decree decree, String by, OffsetDateTime at) {
        var made = sql.sql("""
                        insert into decree (year, source, content_hash, state, imported_by, imported_at)
                        values (?, ?, ?, 'DRAFT', ?, ?) on conflict do nothing returning decree_id""")
                .params(decree.year(), decree.source(), decree.hash(), by, at)
                .query(Long.class)
                .optional();
        if (made.isEmpty()) {
            return sql.sql("select decree_id from decree where state = 'DRAFT' and year = ? and content_hash = ?")
                    .params(decree.year(), decree.hash())
                    .query(Long.class)
                    .single();
        }
        for (DecreeDay day : decree.days()) {
            sql.sql("insert into decree_day (decree_id, day, working, name) values (?, ?, ?, ?)")
                    .params(made.get(), day.date(), day.working(), day.name())
                    .update();
        }
        return made.get();
    }

    void discard(long id) {
        sql.sql("update decree set state = 'DISCARDED' where decree_id = ?")
                .param(id)
                .update();
    }

    /** Puts the draft in force in place of its year's former set and answers the new version of the calendar. */
    long sign(DecreeRecord draft, String by, String reason, OffsetDateTime at) {
        long version = sql.sql("update calendar_version set version = version + 1 returning version")
                .query(Long.class)
                .single();
        sql.sql("update decree set state = 'SUPERSEDED' where state = 'SIGNED' and year = ?")
                .param(draft.year())
                .update();
        sql.sql("""
                        update decree set state = 'SIGNED', signed_by = ?, signed_at = ?, reason = ?, version = ?
                        where decree_id = ?""").params(by, at, reason, version, draft.id()).update();
        return version;
    }
}
