package org.chunfeng.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads the rows of the ledger's tables. */
final class Rows {

    private Rows() {}

    static DeadlineClock clock(ResultSet row, int number) throws SQLException {
        return new DeadlineClock(
                row.getLong("clock_id"),
                row.getString("bureau"),
                row.getString("case_number"),
                row.getString("step"),
                row.getInt("epoch"),
                row.getString("process_instance"),
                rule(row),
                instantOf(row, "started_at"),
                instant(row, "due_at"),
                instant(row, "warn_at"),
                row.getObject("target_on", LocalDate.class),
                row.getBoolean("provisional"),
                row.getBoolean("suspended"),
                row.getLong("calendar_version"),
                instant(row, "warned_at"),
                instant(row, "stopped_at"));
    }

    private static Rule rule(ResultSet row) throws SQLException {
        return new Rule(
                row.getString("rule"),
                budget(row),
                new Lead(row.getInt("warn_before"), row.getObject("warn_after_minutes", Integer.class)),
                ClockKind.valueOf(row.getString("kind")),
                StartsFrom.valueOf(row.getString("starts_from")),
                row.getBoolean("escalates"),
                row.getString("source"));
    }

    private static Budget budget(ResultSet row) throws SQLException {
        return new Budget(
                row.getInt("amount"), Unit.valueOf(row.getString("unit")), row.getObject("fixed_on", LocalDate.class));
    }

    static ClockEvent event(ResultSet row, int number) throws SQLException {
        return new ClockEvent(
                instantOf(row, "at"),
                ClockEvent.Kind.valueOf(row.getString("kind")),
                row.getString("actor"),
                row.getString("reason"),
                budget(row),
                instant(row, "old_due_at"),
                instant(row, "new_due_at"),
                row.getLong("calendar_version"));
    }

    static Breach breach(ResultSet row, int number) throws SQLException {
        return new Breach(
                row.getLong("breach_id"),
                row.getLong("clock_id"),
                row.getString("bureau"),
                row.getString("case_number"),
                row.getString("step"),
                ClockKind.valueOf(row.getString("kind")),
                row.getString("handler"),
                instantOf(row, "due_at"),
                instantOf(row, "recorded_at"));
    }

    static Instant instantOf(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
