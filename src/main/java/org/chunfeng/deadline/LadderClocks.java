package org.chunfeng.deadline;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives clocks out to whoever climbs their ladder. A clock is locked first, in the order of ids, and its rungs after that;
 * so timers, the run and other nodes wait for each other and never block one another.
 */
@Component
public class LadderClocks {

    private static final String HELD = """
            select c.*, f.matter, c.stopped_at is null and v.version > c.calendar_version as stale, false as disturbed
            from clock c join case_file f using (case_number), calendar_version v
            where %s order by c.clock_id for no key update of c %s""";
    private static final String REACHED = "next_rung_at <= :now and clock_id in (:ids)";

    private final JdbcClient sql;
    private final ClockStarter starter;
    private final Ledger ledger;
    private final Clock time;

    LadderClocks(JdbcClient sql, ClockStarter starter, Ledger ledger, Clock time) {
        this.sql = sql;
        this.starter = starter;
        this.ledger = ledger;
        this.time = time;
    }

    /** Clocks that may have reached a rung, those waiting longest first; nothing is locked. */
    public List<Long> reached(int most) {
        return sql.sql("select clock_id from clock where next_rung_at <= ? order by next_rung_at, clock_id limit ?")
                .params(now(), most)
                .query(Long.class)
                .list();
    }

    /** Those of these clocks that nobody else is climbing, held until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<LadderClock> hold(Collection<Long> ids) {
        return held(
                sql.sql(HELD.formatted(REACHED, "skip locked"))
                        .param("now", now())
                        .param("ids", ids),
                (before, renewed) -> {});
    }

    /**
     * The clocks of the case that have something to climb, held until the transaction ends; for a timer that just fired. It
     * must come again when a calendar change has just moved its date away.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<LadderClock> holdAtTimer(String caseNumber) {
        return held(
                sql.sql(HELD.formatted("c.case_number = :case and next_rung_at <= :now", ""))
                        .param("now", now())
                        .param("case", caseNumber),
                (before, renewed) -> {
                    if (TimerTooEarly.happened(before, renewed, time.instant())) {
                        throw new TimerTooEarly(before);
                    }
                });
    }

    private List<LadderClock> held(JdbcClient.StatementSpec statement, BiConsumer<DeadlineClock, DeadlineClock> check) {
        Map<Long, String> matters = new HashMap<>();
        List<Clocks.Found> found = statement
                .query((row, number) -> {
                    matters.put(row.getLong("clock_id"), row.getString("matter"));
                    return Clocks.found(row, number);
                })
                .list();
        List<DeadlineClock> renewed = starter.renewed(found);
        for (int i = 0; i < found.size(); i++) {
            check.accept(found.get(i).clock(), renewed.get(i));
        }
        return ledger.reckon(renewed).stream()
                .map(review -> new LadderClock(
                        review.before(), matters.get(review.before().id()), review.reckoning()))
                .toList();
    }

    /** When to look at the clock again; null for never. */
    public void next(long clockId, @Nullable Instant at) {
        sql.sql("update clock set next_rung_at = ? where clock_id = ? and next_rung_at is distinct from ?")
                .params(Clocks.timestamp(at), clockId, Clocks.timestamp(at))
                .update();
    }

    /** Leaves a clock alone for a while, so that one that fails does not keep others from their turn. */
    @Transactional
    public void postpone(long clockId, Duration by) {
        sql.sql("update clock set next_rung_at = ? where clock_id = ? and next_rung_at is not null")
                .params(Timestamp.from(time.instant().plus(by)), clockId)
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(time.instant());
    }
}
