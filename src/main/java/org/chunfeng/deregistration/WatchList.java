package org.chunfeng.deregistration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What 征管科 watches (plan measures 33 and 35): open cases of the general flow, the most urgent first, and those that
 * qualified for the instant way, whether open or closed, until they were referred or have an audit case.
 */
@Component
class WatchList {

    private static final String ROWS = """
            select c.case_number, c.bureau, c.taxpayer_name, c.taxpayer_class, c.status = 'CLOSED' as closed, c.accepted_at,
                k.clock_id, k.due_at, k.warn_at, coalesce(k.suspended, false) as suspended, a.table_version, a.track, q.reason,
                u.case_number as audit_case, r.referred_at
            from case_file c
            left join clock k on k.case_number = c.case_number and k.step = 'deregistration' and k.stopped_at is null
            left join qualified_but_general q on q.case_number = c.case_number
            left join deregistration_referral r on r.case_number = c.case_number
            left join lateral (select table_version, track from deregistration_assessment a where a.case_number = c.case_number
                order by assessment_id desc limit 1) a on true
            left join lateral (select u.case_number from case_file u where u.related_case = c.case_number and u.kind = 'AUDIT'
                order by u.case_number desc limit 1) u on true
            where c.kind = 'DEREGISTRATION'
                and (k.clock_id is not null
                    or q.case_number is not null and r.case_number is null and u.case_number is null)
            """;

    private final JdbcClient jdbc;

    WatchList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which cases to show, and whose. */
    enum Only {
        ALL(""),
        AT_RISK(" and k.warn_at <= :now and k.due_at > :now"),
        OVERDUE(" and k.due_at <= :now"),
        SUSPENDED(" and k.suspended"),
        QUALIFIED(" and q.case_number is not null");

        private final String condition;

        Only(String condition) {
            this.condition = condition;
        }
    }

    List<WatchRow> find(Only only, @Nullable String bureau, Instant now, int limit) {
        return jdbc.sql(ROWS + only.condition + " and c.bureau = coalesce(:bureau, c.bureau)"
                        + " order by k.due_at nulls last, c.case_number limit :limit")
                .param("now", Timestamp.from(now))
                .param("bureau", bureau)
                .param("limit", limit)
                .query(WatchList::map)
                .list();
    }

    Optional<WatchRow> find(String caseNumber) {
        return jdbc.sql(ROWS + " and c.case_number = :case")
                .param("case", caseNumber)
                .query(WatchList::map)
                .optional();
    }

    private static WatchRow map(ResultSet row, int number) throws SQLException {
        return new WatchRow(
                row.getString("case_number"),
                row.getString("bureau"),
                row.getString("taxpayer_name"),
                row.getString("taxpayer_class"),
                row.getBoolean("closed"),
                instant(row, "accepted_at"),
                row.getObject("clock_id", Long.class),
                instant(row, "due_at"),
                instant(row, "warn_at"),
                row.getBoolean("suspended"),
                row.getString("table_version"),
                row.getString("track"),
                row.getString("reason"),
                row.getString("audit_case"),
                instant(row, "referred_at"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
