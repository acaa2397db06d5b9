package org.chunfeng.audit;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.chunfeng.deadline.DeadlineClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rungs that were climbed, in the table rung; whoever writes a row first acts, everybody else lets it be. */
@Repository
class RungRows {

    private final JdbcClient sql;

    RungRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** True for the first one to climb it; what he does about it commits, or rolls back, together with this. */
    boolean take(DeadlineClock clock, Rung rung, Instant plannedAt, Instant now, boolean late) {
        int rows = sql.sql("insert into rung values (?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(clock.id(), rung.id(), clock.epoch(), Timestamp.from(plannedAt), Timestamp.from(now), late)
                .update();
        return rows == 1;
    }

    /** The rungs of these clocks that are on record. */
    Map<Long, Set<String>> taken(Collection<Long> clocks) {
        Map<Long, Set<String>> taken = new HashMap<>();
        if (clocks.isEmpty()) {
            return taken;
        }
        sql.sql("select clock_id, rung from rung where clock_id in (:clocks)")
                .param("clocks", clocks)
                .query((row, number) -> taken.computeIfAbsent(row.getLong("clock_id"), any -> new HashSet<>())
                        .add(row.getString("rung")))
                .list();
        return taken;
    }
}
