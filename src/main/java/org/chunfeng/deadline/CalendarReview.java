package org.chunfeng.deadline;

import java.util.List;
import java.util.Map;
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
    private final ReviewProgress progress;
    private final CalendarDays calendar;
    private final Ledger ledger;
    private final TransactionOperations transactions;

    CalendarReview(
            JdbcClient sql,
            ReviewProgress progress,
            CalendarDays calendar,
            Ledger ledger,
            TransactionOperations transactions) {
        this.sql = sql;
        this.progress = progress;
        this.calendar = calendar;
        this.ledger = ledger;
        this.transactions = transactions;
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
            List<Review> reviews = ledger.reckon(page, candidate);
            reviews.stream()
                    .filter(Review::dueMoved)
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
        if (progress.isNeeded()) {
            run();
        }
    }

    private Report batch() {
        return transactions.execute(status -> {
            List<DeadlineClock> stale = stale();
            var change = new Change(ClockEvent.Kind.CALENDAR_CHANGED, Actors.SYSTEM, "");
            Report report = report(ledger.review(stale, change));
            progress.note(calendar.current().version(), report);
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

    private static Report report(List<Review> reviews) {
        int moved = (int) reviews.stream().filter(Review::dueMoved).count();
        int provisional = (int) reviews.stream()
                .filter(review -> review.reckoning().isProvisional())
                .count();
        return new Report(reviews.size(), moved, reviews.size() - moved, provisional);
    }

    /** For a progress bar. */
    public Progress progress() {
        return progress.of(calendar.refresh().version());
    }
}
