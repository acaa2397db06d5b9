package org.chunfeng.deregistration;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chunfeng.casefile.Bureau;
import org.chunfeng.casefile.Bureaus;
import org.chunfeng.deadline.DeadlineTable;
import org.chunfeng.deadline.Deadlines;
import org.chunfeng.deadline.Standing;
import org.chunfeng.deadline.UsedDays;
import org.chunfeng.engine.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The watch list as people read it: what is left, what is late, what stands still too long, what would fall otherwise today. */
@Component
class Watch {

    private static final int MOST = 200;

    private final WatchList list;
    private final Deadlines deadlines;
    private final UsedDays usedDays;
    private final DeadlineTable table;
    private final TrackTables tables;
    private final Triage triage;
    private final Bureaus bureaus;
    private final Texts texts;
    private final Clock clock;

    Watch(
            WatchList list,
            Deadlines deadlines,
            UsedDays usedDays,
            DeadlineTable table,
            TrackTables tables,
            Triage triage,
            Bureaus bureaus,
            Texts texts,
            Clock clock) {
        this.list = list;
        this.deadlines = deadlines;
        this.usedDays = usedDays;
        this.table = table;
        this.tables = tables;
        this.triage = triage;
        this.bureaus = bureaus;
        this.texts = texts;
        this.clock = clock;
    }

    List<WatchLine> lines(WatchList.Only only, @Nullable String bureau) {
        return lines(list.find(only, bureau, clock.instant(), MOST));
    }

    Optional<WatchLine> line(String caseNumber) {
        return lines(list.find(caseNumber).stream().toList()).stream().findFirst();
    }

    private List<WatchLine> lines(List<WatchRow> rows) {
        List<Long> clocks =
                rows.stream().map(WatchRow::clockId).filter(Objects::nonNull).toList();
        var known = new Known(
                deadlines.standings(clocks),
                usedDays.suspended(clocks, clock.instant()),
                bureaus.all().stream().collect(Collectors.toMap(Bureau::bureau, Bureau::name)),
                triage.wouldSay(rows.stream()
                        .filter(this::wasDecidedByOtherTables)
                        .map(WatchRow::caseNumber)
                        .toList()));
        return rows.stream().map(row -> line(row, known)).toList();
    }

    /** What is read once for all lines, however many. */
    private record Known(
            Map<Long, Standing> standings,
            Map<Long, Integer> suspended,
            Map<String, String> bureauNames,
            Map<String, Assessment> today) {}

    private WatchLine line(WatchRow row, Known known) {
        Optional<Standing> standing = Optional.ofNullable(row.clockId()).map(known.standings::get);
        int suspendedDays = row.clockId() == null ? 0 : known.suspended.getOrDefault(row.clockId(), 0);
        String state = standing.map(this::state).orElse("STOPPED");
        return new WatchLine(
                row,
                known.bureauNames.getOrDefault(row.bureau(), row.bureau()),
                texts.code("taxpayerClass", row.taxpayerClass()),
                state,
                standing.map(one -> one.overdue() ? one.overrun() : one.remaining())
                        .map(Object::toString)
                        .orElse(""),
                suspendedDays == 0 ? "" : String.valueOf(suspendedDays),
                causes(row, state, suspendedDays),
                fallsDifferently(row, known.today.get(row.caseNumber())));
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

    private boolean wasDecidedByOtherTables(WatchRow row) {
        return !row.closed() && row.track() != null && !tables.version().equals(row.tableVersion());
    }

    private static boolean fallsDifferently(WatchRow row, @Nullable Assessment today) {
        return today != null && !today.track().name().equals(row.track());
    }
}
