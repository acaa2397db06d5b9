package org.chunfeng.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The frozen reports in the database. */
@Repository
class MonthReportRows {

    private final JdbcClient sql;

    MonthReportRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** Newest month first, then newest edition first. */
    List<MonthReport> of(String bureau) {
        return sql.sql("select * from report_month where bureau = ? order by month desc, edition desc")
                .param(bureau)
                .query((row, number) -> map(row))
                .list();
    }

    List<MonthReport> editions(LocalDate month, String bureau) {
        return sql.sql("select * from report_month where month = ? and bureau = ? order by edition desc")
                .params(month, bureau)
                .query((row, number) -> map(row))
                .list();
    }

    Optional<LocalDate> lastMonth() {
        return sql.sql("select month from report_month where bureau = '' order by month desc limit 1")
                .query(LocalDate.class)
                .optional();
    }

    Optional<LocalDate> firstMonthCounted() {
        return sql.sql("select day from report_cell where grain = 'M' and started > 0 order by day limit 1")
                .query(LocalDate.class)
                .optional();
    }

    /** False when another node has just written this edition. */
    boolean insert(MonthReport report) {
        return sql.sql("""
                        insert into report_month (month, bureau, edition, figures, sha256, calendar_version, rules_version,
                            frozen_by, frozen_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(
                                report.month(),
                                report.bureau(),
                                report.edition(),
                                report.figures(),
                                report.sha256(),
                                report.calendarVersion(),
                                report.rulesVersion(),
                                report.frozenBy(),
                                Timestamp.from(report.frozenAt()))
                        .update()
                == 1;
    }

    private static MonthReport map(ResultSet row) throws SQLException {
        Instant frozenAt = row.getTimestamp("frozen_at").toInstant();
        return new MonthReport(
                row.getObject("month", LocalDate.class),
                row.getString("bureau"),
                row.getInt("edition"),
                row.getString("figures"),
                row.getString("sha256"),
                row.getLong("calendar_version"),
                row.getString("rules_version"),
                row.getString("frozen_by"),
                frozenAt);
    }
}
