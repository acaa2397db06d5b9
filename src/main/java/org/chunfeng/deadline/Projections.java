package org.chunfeng.deadline;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

/** Writes what was reckoned to the columns of the clocks, and notes what changed in their ledger. */
@Repository
class Projections {

    private static final String MOVE = """
            with before as (select clock_id, due_at from clock where clock_id = :id),
            moved as (
                update clock set due_at = :dueAt, warn_at = :warnAt, target_on = :targetOn, provisional = :provisional,
                    suspended = :suspended, calendar_version = :version,
                    next_rung_at = case
                        when cast(:dueAt as timestamptz) is null then null
                        when :noted or :moved then :now
                        else next_rung_at end
                where clock_id = :id returning *)
            insert into clock_event (clock_id, at, kind, actor, reason, amount, unit, fixed_on, old_due_at, new_due_at,
                calendar_version)
            select clock_id, :now, :kind, :actor, :reason, amount, unit, fixed_on, before.due_at, moved.due_at, calendar_version
            from moved join before using (clock_id) where :noted
            """;

    private final NamedParameterJdbcOperations sql;
    private final Clock time;

    Projections(NamedParameterJdbcOperations sql, Clock time) {
        this.sql = sql;
        this.time = time;
    }

    void write(Collection<Review> reviews, Change change, long calendarVersion) {
        Instant now = time.instant();
        SqlParameterSource[] rows = reviews.stream()
                .map(review -> row(review.after(calendarVersion), change, now)
                        .addValue("noted", change.isNoted(review.dueMoved()))
                        .addValue("moved", review.moved()))
                .toArray(SqlParameterSource[]::new);
        if (rows.length > 0) {
            sql.batchUpdate(MOVE, rows);
        }
    }

    private static MapSqlParameterSource row(DeadlineClock clock, Change change, Instant now) {
        return new MapSqlParameterSource()
                .addValue("id", clock.id())
                .addValue("dueAt", Clocks.timestamp(clock.dueAt()), Types.TIMESTAMP)
                .addValue("warnAt", Clocks.timestamp(clock.warnAt()), Types.TIMESTAMP)
                .addValue("targetOn", clock.targetOn(), Types.DATE)
                .addValue("provisional", clock.provisional())
                .addValue("suspended", clock.suspended())
                .addValue("version", clock.calendarVersion())
                .addValue("now", Timestamp.from(now))
                .addValue("kind", change.kind().name())
                .addValue("actor", change.actor())
                .addValue("reason", change.reason());
    }
}
