package org.chunfeng.deregistration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.chunfeng.deadline.DeadlineCalculator;
import org.chunfeng.deadline.DeadlineTable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 简易注销公告 that the registrar pushed: the taxpayer is told of open items within one working day (plan measure 34). */
@Component
class SimplifiedNotices {

    private static final String STEP = "tellOpenItems";

    private final JdbcClient jdbc;
    private final DeadlineTable table;
    private final DeadlineCalculator calculator;
    private final Clock clock;

    SimplifiedNotices(JdbcClient jdbc, DeadlineTable table, DeadlineCalculator calculator, Clock clock) {
        this.jdbc = jdbc;
        this.table = table;
        this.calculator = calculator;
        this.clock = clock;
    }

    /**
     * A notice as the registrar pushed it.
     *
     * @param openItems what the taxpayer still has to settle; empty when nothing
     * @param toldAt when the taxpayer was told; null while he was not
     */
    record SimplifiedNotice(
            String announcementNo,
            String bureau,
            String taxpayerId,
            String taxpayerName,
            LocalDate publishedOn,
            String openItems,
            Instant pushedAt,
            Instant tellBy,
            @Nullable String toldBy,
            @Nullable Instant toldAt) {}

    /** Keeps a notice; one that is known already changes nothing, and answers false. */
    boolean push(String announcementNo, String bureau, Pushed pushed) {
        Instant now = clock.instant();
        Instant tellBy = calculator
                .reckon(now, table.rule(STEP, "", "OTHER", LocalDate.now(clock)).budget())
                .dueAt();
        return jdbc.sql("""
                        insert into simplified_notice (announcement_no, bureau, taxpayer_id, taxpayer_name, published_on, open_items,
                            pushed_at, tell_by_at) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                        .params(
                                announcementNo,
                                bureau,
                                pushed.taxpayerId(),
                                pushed.taxpayerName(),
                                pushed.publishedOn(),
                                pushed.openItems(),
                                Timestamp.from(now),
                                Timestamp.from(tellBy))
                        .update()
                == 1;
    }

    /** Who published what. */
    record Pushed(String taxpayerId, String taxpayerName, LocalDate publishedOn, String openItems) {}

    /** Those of which the taxpayer was not told, the most urgent first; of all bureaus when none is given. */
    List<SimplifiedNotice> untold(@Nullable String bureau) {
        return jdbc.sql("""
                        select * from simplified_notice where told_at is null and bureau = coalesce(?, bureau)
                        order by tell_by_at, announcement_no
                        """).param(bureau).query(SimplifiedNotices::map).list();
    }

    Optional<SimplifiedNotice> find(String announcementNo) {
        return jdbc.sql("select * from simplified_notice where announcement_no = ?")
                .param(announcementNo)
                .query(SimplifiedNotices::map)
                .optional();
    }

    /** The first one who told the taxpayer counts. */
    void told(String announcementNo, String by, String how) {
        jdbc.sql(
                        "update simplified_notice set told_by = ?, told_at = ?, told_how = ? where announcement_no = ? and told_at is null")
                .params(by, Timestamp.from(clock.instant()), how, announcementNo)
                .update();
    }

    private static SimplifiedNotice map(ResultSet row, int number) throws SQLException {
        Timestamp told = row.getTimestamp("told_at");
        return new SimplifiedNotice(
                row.getString("announcement_no"),
                row.getString("bureau"),
                row.getString("taxpayer_id"),
                row.getString("taxpayer_name"),
                row.getObject("published_on", LocalDate.class),
                row.getString("open_items"),
                row.getTimestamp("pushed_at").toInstant(),
                row.getTimestamp("tell_by_at").toInstant(),
                row.getString("told_by"),
                told == null ? null : told.toInstant());
    }
}
