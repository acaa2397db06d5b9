package org.chunfeng.casepage;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.chunfeng.casepage.CasePanel.ClockView;
import org.chunfeng.deadline.DeadlineClock;
import org.chunfeng.deadline.Deadlines;
import org.chunfeng.deadline.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The clocks of a case in words: what is left, by how much it is late, or that it stands still. */
@Component
class ClockViews {

    private final Deadlines deadlines;
    private final Wordings wordings;
    private final Clock time;

    ClockViews(Deadlines deadlines, Wordings wordings, Clock time) {
        this.deadlines = deadlines;
        this.wordings = wordings;
        this.time = time;
    }

    /** Running clocks first, the most urgent before others; then the stopped ones, newest first. */
    List<ClockView> of(String caseNumber) {
        return deadlines.standings(caseNumber).stream()
                .sorted(Comparator.comparing(
                                (Standing standing) -> standing.clock().isStopped())
                        .thenComparing(ClockViews::urgency))
                .map(this::view)
                .toList();
    }

    private static Instant urgency(Standing standing) {
        DeadlineClock clock = standing.clock();
        if (clock.stoppedAt() != null) {
            return Instant.EPOCH.plusMillis(
                    Long.MAX_VALUE / 2 - clock.stoppedAt().toEpochMilli());
        }
        return clock.dueAt() == null ? Instant.MAX : clock.dueAt();
    }

    private ClockView view(Standing standing) {
        DeadlineClock clock = standing.clock();
        String state = state(standing);
        return new ClockView(
                clock.id(),
                clock.step(),
                wordings.code("step", clock.step()),
                clock.rule().kind().name(),
                wordings.code("clockKind", clock.rule().kind().name()),
                clock.startedAt(),
                clock.dueAt(),
                label(state, standing),
                state,
                clock.provisional() && !clock.isStopped());
    }

    private String state(Standing standing) {
        DeadlineClock clock = standing.clock();
        if (clock.isStopped()) {
            return standing.overdue() ? "MISSED" : "MET";
        }
        if (standing.standingStill()) {
            return "SUSPENDED";
        }
        if (standing.overdue()) {
            return "OVERDUE";
        }
        if (isToday(clock.dueAt())) {
            return "DUE_TODAY";
        }
        return isReached(clock.warnAt()) ? "AT_RISK" : "OPEN";
    }

    private String label(String state, Standing standing) {
        return switch (state) {
            case "OVERDUE", "MISSED" ->
                standing.overrun().halves() == 0
                        ? wordings.text("clock.%s.sameDay".formatted(state))
                        : wordings.text("clock." + state, standing.overrun());
            case "OPEN", "AT_RISK" -> wordings.text("clock.left", standing.remaining());
            default -> wordings.text("clock." + state);
        };
    }

    private boolean isToday(@Nullable Instant at) {
        return at != null && LocalDate.ofInstant(at, time.getZone()).equals(LocalDate.now(time));
    }

    private boolean isReached(@Nullable Instant at) {
        return at != null && !time.instant().isBefore(at);
    }
}
