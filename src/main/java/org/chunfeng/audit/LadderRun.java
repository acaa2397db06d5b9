package org.chunfeng.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chunfeng.deadline.LadderClocks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Climbs what clocks have reached: the rungs beyond the models' own timers, and after a standstill every one that was
 * missed. One short transaction a clock; all nodes do it at once, each takes the clocks that no other one holds.
 */
@Component
public class LadderRun {

    private static final Logger LOG = LoggerFactory.getLogger(LadderRun.class);
    private static final int BATCH = 200;

    private final LadderClocks clocks;
    private final Ladder ladder;
    private final LadderSettings settings;

    LadderRun(LadderClocks clocks, Ladder ladder, LadderSettings settings) {
        this.clocks = clocks;
        this.ladder = ladder;
        this.settings = settings;
    }

    /** Runs until nothing is left that it has not seen; a clock that fails is left alone for a while, others go on. */
    public void run() {
        Set<Long> seen = new HashSet<>();
        for (List<Long> batch = unseen(seen); !batch.isEmpty(); batch = unseen(seen)) {
            seen.addAll(batch);
            for (long clock : planned(batch)) {
                attempt(clock);
            }
        }
    }

    private List<Long> unseen(Set<Long> seen) {
        List<Long> reached = new ArrayList<>(clocks.reached(BATCH + seen.size()));
        reached.removeAll(seen);
        return reached.subList(0, Math.min(BATCH, reached.size()));
    }

    /** A batch is planned in one go; where that fails, each clock is tried by itself. */
    private List<Long> planned(List<Long> batch) {
        try {
            return ladder.plan(batch);
        } catch (RuntimeException oneOfThem) {
            LOG.warn("{} clocks could not be planned together: {}", batch.size(), oneOfThem.toString());
            return batch;
        }
    }

    private void attempt(long clock) {
        try {
            ladder.climb(clock);
        } catch (RuntimeException failure) {
            // whatever it is, the other offices' rungs must not wait for this one
            LOG.error("Clock {} could not climb its ladder", clock, failure);
            clocks.postpone(clock, settings.rest());
        }
    }
}
