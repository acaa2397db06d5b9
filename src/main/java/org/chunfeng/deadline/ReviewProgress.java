package org.chunfeng.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chunfeng.deadline.CalendarReview.Progress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the review of a calendar version has come, summed over all nodes, and what it moved. */
@Repository
class ReviewProgress {

    private static final String MOVED = """
            select * from (
                select clock_id, case_number, bureau, step, old_due_at, new_due_at,
                    count(*) over (partition by bureau, step) as moved,
                    row_number() over (partition by bureau, step order by clock_event_id) as place
                from clock_event join clock using (clock_id)
                where clock_event.kind = 'CALENDAR_CHANGED' and clock_event.calendar_version = ?) listed
            where place <= 3 order by moved desc, bureau, step, place
            """;

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

    void note(long version, ReviewReport batch) {
        if (batch.examined() == 0) {
            return;
        }
        sql.sql("""
                        insert into calendar_review_batch (version, at, examined, moved, unchanged, provisional)
                        values (?, ?, ?, ?, ?, ?)""")
                .param(version)
                .param(Timestamp.from(time.instant()))
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
        ReviewReport done = sql.sql("""
                        select coalesce(sum(examined), 0)::int, coalesce(sum(moved), 0)::int, coalesce(sum(unchanged), 0)::int,
                            coalesce(sum(provisional), 0)::int
                        from calendar_review_batch where version = ?""")
                .param(version)
                .query((row, number) -> new ReviewReport(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)))
                .single();
        return new Progress(version, done, waiting);
    }

    int provisional() {
        return sql.sql("select count(*) from clock where provisional and stopped_at is null")
                .query(Integer.class)
                .single();
    }

    /** Where clocks were moved, most first, each with a few examples. */
    List<MovedPlace> places(long version) {
        Map<List<String>, Integer> counts = new LinkedHashMap<>();
        Map<List<String>, List<MovedClock>> examples = new LinkedHashMap<>();
        sql.sql(MOVED).param(version).query(row -> {
            MovedClock clock = moved(row);
            List<String> place = List.of(clock.bureau(), clock.step());
            counts.put(place, row.getInt("moved"));
            examples.computeIfAbsent(place, any -> new ArrayList<>()).add(clock);
        });
        return examples.entrySet().stream()
                .map(place -> new MovedPlace(
                        place.getKey().get(0), place.getKey().get(1), counts.get(place.getKey()), place.getValue()))
                .toList();
    }

    private static MovedClock moved(ResultSet row) throws SQLException {
        return new MovedClock(
                row.getLong("clock_id"),
                row.getString("case_number"),
                row.getString("bureau"),
                row.getString("step"),
                Rows.instant(row, "old_due_at"),
                Rows.instant(row, "new_due_at"));
    }
}
