package org.chunfeng.overpayment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.chunfeng.sheet.SheetFormat;
import org.jspecify.annotations.Nullable;

/**
 * One upload of the platform's list and how far it has come.
 *
 * @param bureau that of who loaded it
 * @param workedMs how long rows were being worked on, pauses left out, in milliseconds
 * @param problem why it stopped; empty unless it failed
 */
record ImportRecord(
        long importId,
        String bureau,
        String uploadedBy,
        Instant uploadedAt,
        String fileName,
        SheetFormat format,
        String encoding,
        long size,
        String sha256,
        String state,
        int rowsTotal,
        int rowsDone,
        int accepted,
        int duplicate,
        int changed,
        int rejected,
        @Nullable Instant finishedAt,
        long workedMs,
        String problem) {

    public boolean isRunning() {
        return state.equals("RUNNING");
    }

    public boolean isResumable() {
        return state.equals("CANCELLED") || state.equals("FAILED");
    }

    /** Rows a second while rows were worked on. */
    public int rate() {
        return workedMs == 0 ? 0 : (int) (rowsDone * 1000L / workedMs);
    }

    /** How long it will still take at that rate; null before anybody can say. */
    public @Nullable Integer secondsLeft() {
        return rate() == 0 ? null : (rowsTotal - rowsDone + rate() - 1) / rate();
    }

    public int percent() {
        return rowsTotal == 0 ? 100 : (int) (100L * rowsDone / rowsTotal);
    }

    static ImportRecord map(ResultSet row, int number) throws SQLException {
        Timestamp finishedAt = row.getTimestamp("finished_at");
        return new ImportRecord(
                row.getLong("import_id"),
                row.getString("bureau"),
                row.getString("uploaded_by"),
                row.getTimestamp("uploaded_at").toInstant(),
                row.getString("file_name"),
                SheetFormat.valueOf(row.getString("format")),
                row.getString("encoding"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getString("state"),
                row.getInt("rows_total"),
                row.getInt("rows_done"),
                row.getInt("accepted"),
                row.getInt("duplicate"),
                row.getInt("changed"),
                row.getInt("rejected"),
                finishedAt == null ? null : finishedAt.toInstant(),
                row.getLong("worked_ms"),
                row.getString("problem"));
    }
}
