package org.chunfeng.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.chunfeng.deadline.LadderClock;
import org.chunfeng.deadline.LadderClocks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The escalation ladder: every rung once, in order, whoever comes first. The timers of the models climb it at the moment
 * itself, {@link LadderRun} climbs what lies beyond them and what was missed.
 */
@Component
class Ladder {

    private final LadderClocks clocks;
    private final LadderTable table;
    private final RungRows rows;
    private final RungActs acts;
    private final Clock time;

    Ladder(LadderClocks clocks, LadderTable table, RungRows rows, RungActs acts, Clock time) {
        this.clocks = clocks;
        this.table = table;
        this.rows = rows;
        this.acts = acts;
        this.time = time;
    }

    /** A rung of one clock, and when it is reached. */
    record Step(Rung rung, Instant at) {}

    /** Climbs the rungs of a case, up to the due time, that a timer is about. */
    @Transactional
    public void climb(String caseNumber, Predicate<Rung> which) {
        List<LadderClock> held = clocks.holdAtTimer(caseNumber);
        Map<Long, Set<String>> taken = rows.taken(ids(held));
        for (LadderClock clock : held) {
            climb(clock, open(clock, taken), which);
        }
    }

    /** Plans these clocks anew and answers those that have a rung to climb now. */
    @Transactional
    public List<Long> plan(Collection<Long> ids) {
        List<LadderClock> held = clocks.hold(ids);
        Map<Long, Set<String>> taken = rows.taken(ids(held));
        List<Long> reached = new ArrayList<>();
        for (LadderClock clock : held) {
            List<Step> open = open(clock, taken);
            if (isReached(open)) {
                reached.add(clock.clock().id());
            } else {
                clocks.next(clock.clock().id(), next(open));
            }
        }
        return reached;
    }

    /** Climbs everything that one clock has reached, unless somebody else is at it. */
    @Transactional
    public void climb(long clockId) {
        for (LadderClock clock : clocks.hold(List.of(clockId))) {
            climb(clock, open(clock, rows.taken(List.of(clockId))), any -> true);
        }
    }

    private void climb(LadderClock clock, List<Step> open, Predicate<Rung> which) {
        Instant now = time.instant();
        List<Step> left = new ArrayList<>();
        for (Step step : open) {
            if (step.at().isAfter(now) || !which.test(step.rung())) {
                left.add(step);
                continue;
            }
            boolean late = acts.isLate(step.at());
            if (rows.take(clock.clock(), step.rung(), step.at(), now, late)) {
                acts.act(clock, step.rung(), late);
            }
        }
        clocks.next(clock.clock().id(), next(left));
    }

    /** What is still to climb, in order; finishing in time ends the ladder, finishing late does not. */
    private List<Step> open(LadderClock clock, Map<Long, Set<String>> taken) {
        boolean ended = clock.isMet()
                || clock.clock().isStopped() && !clock.clock().rule().escalates();
        if (ended) {
            return List.of();
        }
        Set<String> known = taken.getOrDefault(clock.clock().id(), Set.of());
        return table.rungs(clock.clock().step(), clock.matter(), clock.clock().rule()).stream()
                .filter(rung -> !known.contains(rung.id()))
                // a warning is of no use any more when the work is done
                .filter(rung -> !(clock.clock().isStopped() && rung.isBeforeDue()))
                .flatMap(rung -> step(clock, rung))
                .sorted(Comparator.comparing(Step::at))
                .toList();
    }

    private static Stream<Step> step(LadderClock clock, Rung rung) {
        Instant at = clock.at(rung.place());
        return at == null ? Stream.empty() : Stream.of(new Step(rung, at));
    }

    private boolean isReached(List<Step> open) {
        return !open.isEmpty() && !open.get(0).at().isAfter(time.instant());
    }

    private static @Nullable Instant next(List<Step> open) {
        return open.isEmpty() ? null : open.get(0).at();
    }

    private static List<Long> ids(List<LadderClock> held) {
        return held.stream().map(clock -> clock.clock().id()).toList();
    }
}
