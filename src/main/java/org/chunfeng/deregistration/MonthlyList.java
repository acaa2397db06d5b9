package org.chunfeng.deregistration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 按月督导: every deregistration that was handled in a month, with its limit and whether it was kept (plan measure 34). */
@Component
class MonthlyList {

    private static final String ROWS = """
            select c.case_number, c.bureau, c.taxpayer_name, c.taxpayer_class, c.status, c.outcome, c.accepted_at, c.closed_at,
                a.track, a.ground, k.due_at, exists (select from breach b where b.case_number = c.case_number
                    and b.step = 'deregistration' and b.due_at < :until) as late
            from case_file c
            left join lateral (select track, ground from deregistration_assessment a where a.case_number = c.case_number
                order by assessment_id desc limit 1) a on true
            left join lateral (select due_at from clock k where k.case_number = c.case_number and k.step = 'deregistration'
                order by epoch desc limit 1) k on true
            where c.kind = 'DEREGISTRATION' and c.bureau = coalesce(:bureau, c.bureau) and c.accepted_at < :until
                and (c.closed_at is null or c.closed_at >= :from)
            order by c.bureau, c.accepted_at, c.case_number
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    MonthlyList(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One case of the month.
     *
     * @param dueAt null for those that were cleared at once
     * @param late whether its limit was exceeded by the end of the month
     */
    record Row(
            String caseNumber,
            String bureau,
            String taxpayerName,
            String taxpayerClass,
            String status,
            String outcome,
            Instant acceptedAt,
            @Nullable Instant closedAt,
            String track,
            String ground,
            @Nullable Instant dueAt,
            boolean late) {}

    List<Row> of(YearMonth month, @Nullable String bureau) {
        return jdbc.sql(ROWS)
                .param("from", start(month))
                .param("until", start(month.plusMonths(1)))
                .param("bureau", bureau)
                .query(MonthlyList::map)
                .list();
    }

    private Timestamp start(YearMonth month) {
        return Timestamp.from(month.atDay(1).atStartOfDay(clock.getZone()).toInstant());
    }

    private static Row map(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("case_number"),
                row.getString("bureau"),
                row.getString("taxpayer_name"),
                row.getString("taxpayer_class"),
                row.getString("status"),
                text(row, "outcome"),
                row.getTimestamp("accepted_at").toInstant(),
                WatchList.instant(row, "closed_at"),
                text(row, "track"),
                text(row, "ground"),
                WatchList.instant(row, "due_at"),
                row.getBoolean("late"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String value = row.getString(column);
        return value == null ? "" : value;
    }
}
