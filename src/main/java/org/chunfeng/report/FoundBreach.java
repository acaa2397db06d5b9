package org.chunfeng.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A breach as the database has it; late is null while it runs. */
record FoundBreach(
        long clockId,
        String caseNumber,
        String taxpayerName,
        String bureau,
        String kind,
        String matter,
        String step,
        String handler,
        Instant dueAt,
        @Nullable Instant stoppedAt,
        @Nullable Integer late,
        String cause,
        @Nullable String auditCase,
        @Nullable String conclusion,
        String stage) {

    static FoundBreach of(ResultSet row, int number) throws SQLException {
        Timestamp stopped = row.getTimestamp("stopped_at");
        return new FoundBreach(
                row.getLong("clock_id"),
                row.getString("case_number"),
                row.getString("taxpayer_name"),
                row.getString("bureau"),
                row.getString("kind"),
                row.getString("matter"),
                row.getString("step"),
                row.getString("handler"),
                row.getTimestamp("due_at").toInstant(),
                stopped == null ? null : stopped.toInstant(),
                row.getObject("late", Integer.class),
                row.getString("cause"),
                row.getString("audit_case"),
                row.getString("conclusion"),
                row.getString("stage"));
    }
}
