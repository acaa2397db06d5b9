package org.chunfeng.deregistration;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chunfeng.casefile.Bureaus;
import org.chunfeng.deadline.DeadlineCalculator;
import org.chunfeng.deadline.DeadlineTable;
import org.chunfeng.deadline.Deadlines;
import org.chunfeng.deadline.Standing;
import org.chunfeng.engine.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The watch list as people read it: what is left, what is late, what stands still too long, what would fall otherwise today. */
@Component
class Watch {

    private static final int MOST = 200;

    private final WatchList list;
    private final Deadlines deadlines;
    private final DeadlineCalculator calculator;
    private final DeadlineTable table;
    private final TrackTables tables;
    private final Triage triage;
    private final Assessments assessments;
    private final Bureaus bureaus;
    private final Texts texts;
    private final Clock clock;

    Watch(
            WatchList list,
            Deadlines deadlines,
            DeadlineCalculator calculator,
            DeadlineTable table,
            TrackTables tables,
            Triage triage,
            Assessments assessments,
            Bureaus bureaus,
            Texts texts,
            Clock clock) {
        this.list = list;
        this.deadlines = deadlines;
        this.calculator = calculator;
        this.table = table;
        this.tables = tables;
        this.triage = triage;
        this.assessments = assessments;
        this.bureaus = bureaus;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * One line of the list.
     *
     * @param state OPEN, AT_RISK, OVERDUE or SUSPENDED; STOPPED when its clock runs no more
     * @param days working days left, or exceeded when it is overdue; empty when its clock runs no more
     * @param suspendedDays working days on which it stood still so far
     * @param causes why it may be referred to audit: OVERDUE, QUALIFIED, SUSPENDED
     * @param fallsDifferently whether the tables in force now would put it on another track than those that decided it
     */
    record Line(
            WatchRow row,
            String bureauName,
            String taxpayerClass,
            String state,
            String days,
            String suspendedDays,
            List<String> causes,
            boolean fallsDifferently) {

        public boolean isReferable() {
            return !causes.isEmpty() && row.referredAt() == null;
        }
    }

    List<Line> lines(WatchList.Only only, @Nullable String bureau) {
        return list.find(only, bureau, clock.instant(), MOST).stream()
                .map(this::line)
                .toList();
    }

    Optional<Line> line(String caseNumber) {
        return list.find(caseNumber).map(this::line);
    }

    private Line line(WatchRow row) {
        Optional<Standing> standing = deadlines.standings(row.caseNumber()).stream()
                .filter(one -> Long.valueOf(one.clock().id()).equals(row.clockId()))
                .findFirst();
        int suspendedHalves = standing.map(this::suspendedHalves).orElse(0);
        String state = standing.map(this::state).orElse("STOPPED");
        return new Line(
                row,
                bureaus.get(row.bureau()).name(),
                texts.code("taxpayerClass", row.taxpayerClass()),
                state,
                standing.map(one -> one.overdue() ? one.overrun() : one.remaining())
                        .map(Object::toString)
                        .orElse(""),
                suspendedHalves == 0 ? "" : String.valueOf(suspendedHalves / 2),
                causes(row, state, suspendedHalves / 2),
                fallsDifferently(row));
    }

    private String state(Standing standing) {
        if (standing.standingStill()) {
            return "SUSPENDED";
        }
        if (standing.overdue()) {
            return "OVERDUE";
        }
        Instant warnAt = standing.clock().warnAt();
        return warnAt != null && !clock.instant().isBefore(warnAt) ? "AT_RISK" : "OPEN";
    }

    /** What went by since the start, less what was counted of it. */
    private int suspendedHalves(Standing standing) {
        Instant now = clock.instant();
        var asIfNever = calculator.reckon(
                standing.clock().startedAt(), standing.clock().rule().budget());
        int wentBy = asIfNever.overrun(now).halves() - asIfNever.remaining(now).halves();
        int counted = standing.overrun().halves() - standing.remaining().halves();
        return wentBy - counted;
    }

    private List<String> causes(WatchRow row, String state, int suspendedDays) {
        boolean tooLong = suspendedDays > longest();
        return Stream.of(
                        state.equals("OVERDUE") ? "OVERDUE" : "",
                        row.qualifiedReason() != null ? "QUALIFIED" : "",
                        tooLong ? "SUSPENDED" : "")
                .filter(cause -> !cause.isEmpty())
                .toList();
    }

    private int longest() {
        return table.rule("longSuspension", "", "OTHER", LocalDate.now(clock))
                .budget()
                .amount();
    }

    private boolean fallsDifferently(WatchRow row) {
        if (row.closed() || tables.version().equals(row.tableVersion())) {
            return false;
        }
        Assessment now = tables.decide(triage.situation(row.caseNumber()));
        return assessments
                .latest(row.caseNumber())
                .map(kept -> kept.assessment().track() != now.track())
                .orElse(false);
    }
}
