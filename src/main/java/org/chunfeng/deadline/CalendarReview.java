package org.chunfeng.deadline;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chunfeng.calendar.CalendarDays;
import org.chunfeng.calendar.WorkCalendar;
import org.chunfeng.engine.Actors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reckons every open clock anew after the calendar changed. Each batch is a transaction of its own and marks its clocks
 * with the calendar's version, so the work can be repeated, shared between nodes, and goes on by itself after a crash.
 */
@Service
public class CalendarReview {

    private static final int BATCH = 200;

    private final JdbcClient sql;
    private final CalendarDays calendar;
    private final Ledger ledger;
    private final TransactionOperations transactions;
    private final Clock time;

    CalendarReview(
            JdbcClient sql, CalendarDays calendar, Ledger ledger, TransactionOperations transactions, Clock time) {
        this.sql = sql;
        this.calendar = calendar;
        this.ledger = ledger;
        this.transactions = transactions;
        this.time = time;
    }

    /**
     * How many open clocks were looked at, and what became of them.
     *
     * @param provisional those that still lack a calendar year
     */
    public record Report(int examined, int moved, int unchanged, int provisional) {

        Report plus(Report other) {
            return new Report(
                    examined + other.examined,
                    moved + other.moved,
                    unchanged + other.unchanged,
                    provisional + other.provisional);
        }
    }

    /** A report, and how many of the moved ones belong to each bureau. */
    public record Preview(Report total, Map<String, Integer> movedByBureau) {}

    /** How far the review of the calendar's current version has come. */
    public record Progress(long version, Report done, int waiting) {}

    /** What signing that calendar would do to the open clocks; changes nothing. */
    public Preview preview(WorkCalendar candidate) {
        var moved = new TreeMap<String, Integer>();
        Report total = new Report(0, 0, 0, 0);
        long last = 0;
        for (List<DeadlineClock> page = open(last); !page.isEmpty(); page = open(last)) {
            List<Ledger.Review> reviews = ledger.reckon(page, candidate);
            reviews.stream()
                    .filter(Ledger.Review::dueMoved)
                    .forEach(review -> moved.merge(review.before().bureau(), 1, Integer::sum));
            total = total.plus(report(reviews));
            last = page.get(page.size() - 1).id();
        }
        return new Preview(total, moved);
    }

    private List<DeadlineClock> open(long after) {
        return sql.sql("select * from clock where stopped_at is null and clock_id > ? order by clock_id limit 2000")
                .param(after)
                .query(Rows::clock)
                .list();
    }

    /** Reckons all open clocks that an older version of the calendar was used for; a second run finds none. */
    public Report run() {
        calendar.refresh();
        Report total = new Report(0, 0, 0, 0);
        for (Report batch = batch(); batch.examined() > 0; batch = batch()) {
            total = total.plus(batch);
        }
        return total;
    }

    /** Runs when needed: soon after a signature on any node, and again after whatever interrupted it. */
    @Scheduled(fixedDelayString = "${chunfeng.calendar.review-every:PT10S}")
    void runWhenNeeded() {
        if (isNeeded()) {
            run();
        }
    }

    private boolean isNeeded() {
        return sql.sql("""
                        select exists (select from clock where stopped_at is null
                            and calendar_version < (select version from calendar_version))""").query(Boolean.class).single();
    }

    private Report batch() {
        return transactions.execute(status -> {
            List<DeadlineClock> stale = stale();
            var change = new Ledger.Change(ClockEvent.Kind.CALENDAR_CHANGED, Actors.SYSTEM, "");
            Report report = report(ledger.review(stale, change));
            note(report);
            return report;
        });
    }

    private List<DeadlineClock> stale() {
        return sql.sql("""
                        select * from clock where stopped_at is null and calendar_version < ?
                        order by calendar_version limit ? for update skip locked""")
                .params(calendar.current().version(), BATCH)
                .query(Rows::clock)
                .list();
    }

    private static Report report(List<Ledger.Review> reviews) {
        int moved = (int) reviews.stream().filter(Ledger.Review::dueMoved).count();
        int provisional = (int) reviews.stream()
                .filter(review -> review.reckoning().isProvisional())
                .count();
        return new Report(reviews.size(), moved, reviews.size() - moved, provisional);
    }

    private void note(Report batch) {
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
                .param(calendar.current().version())
                .param(Timestamp.from(now))
                .param(Timestamp.from(now))
                .param(batch.examined())
                .param(batch.moved())
                .param(batch.unchanged())
                .param(batch.provisional())
                .update();
    }

    /** For a progress bar: what was done for the current version, and how many clocks still wait. */
    public Progress progress() {
        long version = calendar.refresh().version();
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
