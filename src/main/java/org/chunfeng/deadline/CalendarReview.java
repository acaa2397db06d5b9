package org.chunfeng.deadline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chunfeng.calendar.CalendarDays;
import org.chunfeng.engine.Actors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger LOG = LoggerFactory.getLogger(CalendarReview.class);
    private static final int BATCH = 500;
    private static final long NO_CLOCK = 0;

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

    /** How far the review after one version of the calendar has come, and how many clocks still wait. */
    public record Progress(long version, ReviewReport done, int waiting) {}

    /** Reckons all open clocks that an older version of the calendar was used for; a second run finds none. */
    public ReviewReport run() {
        calendar.refresh();
        ReviewReport total = ReviewReport.NOTHING;
        Set<Long> aside = new HashSet<>(Set.of(NO_CLOCK));
        int size = BATCH;
        List<Long> taken = new ArrayList<>();
        do {
            taken.clear();
            try {
                total = total.plus(review(size, aside, taken));
                size = BATCH;
            } catch (RuntimeException disturbed) {
                // somebody worked on one of these cases in this moment, or one of them is broken: the others must not
                // wait
                size = halved(taken, aside, disturbed);
            }
        } while (!taken.isEmpty());
        return total;
    }

    /** Answers the size of the next batch: half of the failed one, until the clock that fails is alone and put aside. */
    private static int halved(List<Long> taken, Set<Long> aside, RuntimeException failure) {
        if (taken.isEmpty()) {
            throw failure;
        }
        if (taken.size() > 1) {
            return taken.size() / 2;
        }
        aside.addAll(taken);
        LOG.warn("Clock {} could not be reckoned anew and is tried again with the next run", taken, failure);
        return BATCH;
    }

    /** Runs when needed: soon after a signature on any node, and again after whatever interrupted it. */
    @Scheduled(fixedDelayString = "${chunfeng.calendar.review-every:PT3S}")
    void runWhenNeeded() {
        if (progress.isNeeded()) {
            ReviewReport report = run();
            LOG.info("Calendar version {}: {}", calendar.current().version(), report);
        }
    }

    private ReviewReport review(int size, Set<Long> aside, List<Long> taken) {
        return transactions.execute(status -> {
            List<DeadlineClock> stale = stale(size, aside);
            stale.forEach(clock -> taken.add(clock.id()));
            var change = new Change(ClockEvent.Kind.CALENDAR_CHANGED, Actors.SYSTEM, "");
            ReviewReport report = ReviewReport.of(ledger.review(stale, change));
            progress.note(calendar.current().version(), report);
            return report;
        });
    }

    /** What another node, or somebody who works on the case, has in hand is left to them. */
    private List<DeadlineClock> stale(int size, Set<Long> aside) {
        return sql.sql("""
                        select * from clock where stopped_at is null and calendar_version < :version and clock_id not in (:aside)
                        order by calendar_version, clock_id limit :size for update skip locked""")
                .param("version", calendar.current().version())
                .param("aside", aside)
                .param("size", size)
                .query(Rows::clock)
                .list();
    }

    /** For a progress bar. */
    public Progress progress() {
        return progress(calendar.refresh().version());
    }

    /** What was done for that version of the calendar. */
    public Progress progress(long version) {
        return progress.of(version);
    }

    /** How many open clocks lack a calendar year that decides about their due day. */
    public int provisional() {
        return progress.provisional();
    }

    /** Where that version of the calendar moved clocks, most first, with examples. */
    public List<MovedPlace> places(long version) {
        return progress.places(version);
    }
}
