package org.chunfeng.report;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.chunfeng.calendar.CalendarDays;
import org.chunfeng.calendar.OfficeHours;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts the ledger again, row by row and without a single sum: what the reports have to equal. */
final class Recount {

    /** What a bureau does on itself is not counted unless asked for. */
    private static final Set<String> OF_THE_BUREAU = Set.of("AUDIT", "OPS_TICKET", "SUPERVISION");

    private static final List<String> OF_THE_SUSPENSION = List.of("approveSuspension", "resumeCase");

    private final List<Case> cases;
    private final List<Run> runs;
    private final JdbcClient sql;
    private final CalendarDays calendar;
    private final OfficeHours hours;

    record Case(
            String caseNumber,
            String bureau,
            String kind,
            String matter,
            Instant openedAt,
            @Nullable Instant closedAt,
            boolean exceeded) {}

    record Run(
            long clockId,
            String caseNumber,
            String step,
            String bureau,
            String kind,
            String matter,
            String clockKind,
            boolean escalates,
            Instant startedAt,
            Instant openedAt,
            @Nullable Instant dueAt,
            @Nullable Instant stoppedAt,
            boolean breached,
            String cause) {}

    Recount(JdbcClient sql, CalendarDays calendar, OfficeHours hours) {
        this.sql = sql;
        this.calendar = calendar;
        this.hours = hours;
        this.cases = sql.sql("""
                        select case_number, bureau, kind, matter, opened_at, closed_at,
                            exists (select from breach b where b.case_number = f.case_number) as exceeded from case_file f""")
                .query((row, number) -> new Case(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getTimestamp(5).toInstant(),
                        row.getTimestamp(6) == null ? null : row.getTimestamp(6).toInstant(),
                        row.getBoolean(7)))
                .list();
        this.runs = sql.sql("""
                        select c.clock_id, c.case_number, c.step, c.bureau, f.kind, f.matter, c.kind, c.escalates, c.started_at,
                            c.opened_at, c.due_at, c.stopped_at, b.clock_id is not null, coalesce(a.cause, '')
                        from clock c join case_file f using (case_number) left join breach b using (clock_id)
                            left join audit_case a using (breach_id)""")
                .query((row, number) -> new Run(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getBoolean(8),
                        row.getTimestamp(9).toInstant(),
                        row.getTimestamp(10).toInstant(),
                        row.getTimestamp(11) == null
                                ? null
                                : row.getTimestamp(11).toInstant(),
                        row.getTimestamp(12) == null
                                ? null
                                : row.getTimestamp(12).toInstant(),
                        row.getBoolean(13),
                        row.getString(14)))
                .list();
    }

    /** Cases of a county (empty: of all) in a period, whole cases. */
    Counts ofCases(Scope scope) {
        List<Case> chosen = cases.stream()
                .filter(one -> scope.bureau().isEmpty() || one.bureau().equals(scope.bureau()))
                .filter(one -> scope.kind().isEmpty()
                        ? !OF_THE_BUREAU.contains(one.kind())
                        : one.kind().equals(scope.kind()))
                .filter(one -> scope.matter().isEmpty() || one.matter().equals(scope.matter()))
                .toList();
        return new Counts(
                chosen.stream()
                        .filter(one -> day(one.openedAt()).isBefore(scope.from())
                                && (one.closedAt() == null
                                        || !day(one.closedAt()).isBefore(scope.from())))
                        .count(),
                chosen.stream().filter(one -> isWithin(one.openedAt(), scope)).count(),
                chosen.stream().filter(one -> isWithin(one.closedAt(), scope)).count(),
                chosen.stream()
                        .filter(one -> isWithin(one.closedAt(), scope) && one.exceeded())
                        .count(),
                0,
                0,
                0,
                0);
    }

    Counts ofClocks(Scope scope) {
        return ofClocks(scope, Run::escalates);
    }

    /** The promises of a county, whose working days are compared with the limit. */
    Counts ofPromises(Scope scope) {
        return ofClocks(scope, run -> run.escalates() && run.clockKind().equals("PROMISE"));
    }

    Due due(Scope scope, Moment moment) {
        List<Instant> open = chosen(scope)
                .filter(run -> run.escalates() && run.stoppedAt() == null && run.dueAt() != null)
                .map(Run::dueAt)
                .toList();
        List<LocalDate> ahead = open.stream()
                .filter(due -> due.isAfter(moment.now()))
                .map(this::day)
                .toList();
        return new Due(
                open.size() - ahead.size(),
                ahead.stream().filter(moment.today()::equals).count(),
                ahead.stream().filter(day -> !day.isAfter(moment.weekEnd())).count());
    }

    /** How late the late ones were: the middle one, the last of nine tenths, the last; counted off one by one. */
    Overrun overrun(Scope scope) {
        List<Integer> late = finished(scope)
                .filter(run -> !run.stoppedAt().isBefore(run.dueAt()))
                .map(this::over)
                .sorted()
                .toList();
        return late.isEmpty()
                ? new Overrun(null, null, null)
                : new Overrun(nth(late, 0.5), nth(late, 0.9), late.get(late.size() - 1));
    }

    private static int nth(List<Integer> sorted, double share) {
        return sorted.get((int) Math.ceil(sorted.size() * share) - 1);
    }

    /** How many of each number of working days over (or under) the limit, of promises. */
    Map<String, Long> spread(Scope scope) {
        return finished(scope)
                .filter(run -> run.clockKind().equals("PROMISE"))
                .collect(groupingBy(run -> String.valueOf(over(run)), counting()));
    }

    Map<String, Long> causes(Scope scope) {
        return chosen(scope)
                .filter(run -> run.escalates() && run.breached() && isWithin(run.dueAt(), scope))
                .collect(groupingBy(run -> run.cause().isEmpty() ? Figure.NONE : run.cause(), counting()));
    }

    /** What export refunds took, whose promise counts on average only (RF-5). */
    Counts exports(Scope scope) {
        return ofClocks(
                scope.inMatter("REFUND", "EXPORT"),
                run -> run.step().equals("promise") && run.clockKind().equals("PROMISE"));
    }

    private Stream<Run> finished(Scope scope) {
        return chosen(scope).filter(run -> run.escalates() && run.dueAt() != null && isWithin(run.stoppedAt(), scope));
    }

    private int over(Run run) {
        return (int) (worked(run, run.stoppedAt()) - worked(run, run.dueAt()));
    }

    private Counts ofClocks(Scope scope, Predicate<Run> wanted) {
        List<Run> some = chosen(scope).filter(wanted).toList();
        List<Run> finished =
                some.stream().filter(run -> isWithin(run.stoppedAt(), scope)).toList();
        return new Counts(
                some.stream()
                        .filter(run -> day(run.openedAt()).isBefore(scope.from())
                                && (run.stoppedAt() == null
                                        || !day(run.stoppedAt()).isBefore(scope.from())))
                        .count(),
                some.stream().filter(run -> isWithin(run.openedAt(), scope)).count(),
                finished.size(),
                finished.stream()
                        .filter(run -> run.dueAt() != null && !run.stoppedAt().isBefore(run.dueAt()))
                        .count(),
                some.stream()
                        .filter(run -> run.breached() && isWithin(run.dueAt(), scope))
                        .count(),
                finished.stream().filter(run -> run.dueAt() != null).count(),
                finished.stream()
                        .filter(run -> run.dueAt() != null)
                        .mapToLong(run -> worked(run, run.stoppedAt()))
                        .sum(),
                finished.stream()
                        .filter(run -> run.dueAt() != null)
                        .mapToLong(run -> worked(run, run.dueAt()))
                        .sum());
    }

    private Stream<Run> chosen(Scope scope) {
        return runs.stream()
                .filter(run -> scope.bureau().isEmpty() || run.bureau().equals(scope.bureau()))
                .filter(run -> scope.kind().isEmpty()
                        ? !OF_THE_BUREAU.contains(run.kind())
                        : run.kind().equals(scope.kind()))
                .filter(run -> scope.matter().isEmpty() || run.matter().equals(scope.matter()))
                .filter(run -> scope.step().isEmpty() || run.step().equals(scope.step()));
    }

    /**
     * Day by day: working days after the start, those of every suspension taken out once; the steps of the suspension itself
     * go on, and a legal limit gives way to force majeure only.
     */
    private long worked(Run run, Instant until) {
        record Pause(LocalDate from, @Nullable LocalDate to) {}
        List<Pause> pauses = OF_THE_SUSPENSION.contains(run.step())
                ? List.of()
                : sql.sql("""
                                select from_on, to_on from suspension
                                where case_number = ? and from_on is not null and (clock_id is null or clock_id = ?)
                                    and (? <> 'LEGAL' or reason = 'FORCE_MAJEURE')""")
                        .params(run.caseNumber(), run.clockId(), run.clockKind())
                        .query((row, number) ->
                                new Pause(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)))
                        .list();
        long days = 0;
        for (LocalDate day = day(run.startedAt()).plusDays(1); !day.isAfter(day(until)); day = day.plusDays(1)) {
            LocalDate asked = day;
            boolean paused = pauses.stream()
                    .anyMatch(pause ->
                            !asked.isBefore(pause.from()) && (pause.to() == null || asked.isBefore(pause.to())));
            days += calendar.current().day(day).working() && !paused ? 1 : 0;
        }
        return days;
    }

    private boolean isWithin(@Nullable Instant at, Scope scope) {
        return at != null && !day(at).isBefore(scope.from()) && !day(at).isAfter(scope.to());
    }

    private LocalDate day(Instant at) {
        return hours.dateOf(at);
    }
}
