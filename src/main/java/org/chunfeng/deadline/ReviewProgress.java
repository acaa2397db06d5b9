package org.chunfeng.deadline;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.chunfeng.deadline.CalendarReview.Progress;
import org.chunfeng.deadline.CalendarReview.Report;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the review of a calendar version has come, summed over all nodes. */
@Repository
class ReviewProgress {

    private final JdbcClient sql;
    private final Clock time;

    ReviewProgress(JdbcClient sql, Clock time) {
        this.sql = sql;
        this.time = time;
    }

    boolean isNeeded() {
        return sql.sql("""
                        select exists (select from clock where stopped_at is null
                            and calendar_version < (select version from calendar_version))""").query(Boolean.class).single();
    }

    void note(long version, Report batch) {
        if (batch.examined() == 0) {
            return;
        }
        Instant now = time.instant();
        sql.sql("""
                        insert into calendar_review (version, started_at, updated_at, examined, moved, unchanged, provisional)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (version) do update set updated_at = excluded.updated_at,
                            examined = calendar_review.examined + excluded.examined,
                            moved = calendar_review.moved + excluded.moved,
                            unchanged = calendar_review.unchanged + excluded.unchanged,
                            provisional = calendar_review.provisional + excluded.provisional""")
                .param(version)
                .param(Timestamp.from(now))
                .param(Timestamp.from(now))
                .param(batch.examined())
                .param(batch.moved())
                .param(batch.unchanged())
                .param(batch.provisional())
                .update();
    }

    /** What was done for that version of the calendar, and how many clocks still wait. */
    Progress of(long version) {
        int waiting = sql.sql("select count(*) from clock where stopped_at is null and calendar_version < ?")
                .param(version)
                .query(Integer.class)
                .single();
        Optional<Report> done = sql.sql(
                        "select examined, moved, unchanged, provisional from calendar_review where version = ?")
                .param(version)
                .query((row, number) -> new Report(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)))
                .optional();
        return new Progress(version, done.orElse(new Report(0, 0, 0, 0)), waiting);
    }
}
