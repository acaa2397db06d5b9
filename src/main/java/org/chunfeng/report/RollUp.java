package org.chunfeng.report;

import java.util.List;
import java.util.Objects;
import org.chunfeng.calendar.OfficeHours;
import org.chunfeng.deadline.UsedDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Counts what changed in the ledger since it was last counted. Each batch is one transaction that takes its changes away and
 * corrects the sums, by one node at a time, so that a crash loses and doubles nothing.
 */
@Service
public class RollUp {

    private static final int BATCH = 5_000;
    private static final int BATCH_OF_A_BACKLOG = 50_000;
    private static final int WHILE_SOMEBODY_WAITS = 2;

    private final JdbcClient sql;
    private final UsedDays usedDays;
    private final OfficeHours hours;
    private final TransactionOperations transactions;

    RollUp(JdbcClient sql, UsedDays usedDays, OfficeHours hours, TransactionOperations transactions) {
        this.sql = sql;
        this.usedDays = usedDays;
        this.hours = hours;
        this.transactions = transactions;
    }

    private record Change(String caseNumber, Long clockId) {}

    /** Counts everything that is waiting; a second run finds nothing. */
    @Scheduled(fixedDelayString = "${chunfeng.report.count-every:PT5S}")
    public void catchUp() {
        while (batch(BATCH_OF_A_BACKLOG) > 0) {
            // until nothing waits, or another node counts
        }
    }

    /** The same for figures that stay as they are counted: whoever counts at the moment is waited for. */
    void catchUpInTurn() {
        while (inTurn() > 0) {
            // until nothing waits
        }
    }

    private int inTurn() {
        return Objects.requireNonNull(transactions.execute(status -> {
            sql.sql("select pg_advisory_xact_lock(hashtext('report'))").query().singleRow();
            return count(take(BATCH_OF_A_BACKLOG));
        }));
    }

    /** Counts what just happened before somebody reads; a long backlog is left to the node that counts it. */
    void catchUpBriefly() {
        for (int i = 0; i < WHILE_SOMEBODY_WAITS && batch(BATCH) == BATCH; i++) {
            // the next one
        }
    }

    /** How many changes are not counted yet. */
    long waiting() {
        return sql.sql("select count(*) from (select from report_change limit 1000) waiting")
                .query(Long.class)
                .single();
    }

    /** Forgets all sums and counts everything anew; the answer is the same. */
    public void rebuild() {
        transactions.executeWithoutResult(status -> {
            sql.sql("select pg_advisory_xact_lock(hashtext('report'))").query().singleRow();
            sql.sql("truncate report_change, report_fact, report_cell, report_tally, report_breach")
                    .update();
            sql.sql("insert into report_change (case_number) select case_number from case_file order by opened_at")
                    .update();
            sql.sql(
                            "insert into report_change (case_number, clock_id) select case_number, clock_id from clock order by opened_at")
                    .update();
        });
        catchUp();
    }

    private int batch(int most) {
        return Objects.requireNonNull(transactions.execute(status -> isMine() ? count(take(most)) : 0));
    }

    private boolean isMine() {
        return sql.sql("select pg_try_advisory_xact_lock(hashtext('report'))")
                .query(Boolean.class)
                .single();
    }

    private List<Change> take(int most) {
        return sql.sql("""
                        delete from report_change where report_change_id in (
                            select report_change_id from report_change order by report_change_id limit ?)
                        returning case_number, clock_id""").param(most).query(Change.class).list();
    }

    private int count(List<Change> changes) {
        if (changes.isEmpty()) {
            return 0;
        }
        Long[] clocks = changes.stream()
                .map(Change::clockId)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(Long[]::new);
        String[] cases = changes.stream()
                .filter(change -> change.clockId() == null)
                .map(Change::caseNumber)
                .distinct()
                .toArray(String[]::new);
        keepUse(clocks);
        run(FactSql.PLACES, clocks, cases);
        run(FactSql.APPLY, clocks, cases);
        sql.sql(FactSql.BREACHES).param("clocks", clocks).update();
        sql.sql("delete from report_tally where n = 0").update();
        return changes.size();
    }

    private void run(String statement, Long[] clocks, String[] cases) {
        sql.sql(statement)
                .param("clocks", clocks)
                .param("cases", cases)
                .param("zone", hours.zone().getId())
                .update();
    }

    /** Used working days are reckoned once, when a clock has stopped. */
    private void keepUse(Long[] clocks) {
        List<Long> missing = sql.sql("""
                        select clock_id from clock c where clock_id = any(?) and stopped_at is not null
                            and not exists (select from report_use u where u.clock_id = c.clock_id)""").param(clocks).query(Long.class).list();
        List<UsedDays.Used> used = usedDays.of(missing);
        if (used.isEmpty()) {
            return;
        }
        sql.sql("""
                        insert into report_use (clock_id, used, allowed, calendar_version)
                        select * from unnest(:clock, :used, :allowed, :version) on conflict do nothing""")
                .param("clock", used.stream().map(UsedDays.Used::clockId).toArray(Long[]::new))
                .param("used", used.stream().map(UsedDays.Used::used).toArray(Integer[]::new))
                .param("allowed", used.stream().map(UsedDays.Used::allowed).toArray(Integer[]::new))
                .param(
                        "version",
                        used.stream().map(UsedDays.Used::calendarVersion).toArray(Long[]::new))
                .update();
    }
}
