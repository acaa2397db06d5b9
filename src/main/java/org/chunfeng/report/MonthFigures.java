package org.chunfeng.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The figures of one month as they were reported: codes and numbers only, in a fixed order, so that the same figures are the
 * same text.
 *
 * @param bureau empty for the whole prefecture
 */
record MonthFigures(
        String month,
        String bureau,
        Counts flow,
        Counts clocks,
        Counts pace,
        Overrun overrun,
        List<Row> rows,
        List<Tally> causes,
        List<Tally> spread) {

    /**
     * One row of one breakdown.
     *
     * @param key what it is about, by code; a matter with its kind before it
     */
    record Row(String breakdown, String key, Counts counts, Counts clocks) {}

    /** How often a value was counted. */
    record Tally(String value, long count, long late) {}

    static MonthFigures of(String month, Overview overview) {
        var rows = new ArrayList<Row>();
        rows.addAll(rows("bureau", overview.bureaus(), Scope::bureau));
        rows.addAll(rows("step", overview.steps(), Scope::step));
        rows.addAll(rows("matter", overview.matters(), scope -> scope.kind() + "/" + scope.matter()));
        rows.addAll(rows("person", overview.people(), Scope::person));
        rows.addAll(rows("stock", overview.stocks(), scope -> scope.bureau() + "/" + scope.matter()));
        overview.averages()
                .forEach(line -> rows.add(new Row("average", line.scope().bureau(), line.counts(), line.counts())));
        rows.sort(Comparator.comparing(Row::breakdown).thenComparing(Row::key));
        return new MonthFigures(
                month,
                overview.scope().bureau(),
                overview.flow(),
                overview.clocks(),
                overview.pace(),
                overview.overrun(),
                List.copyOf(rows),
                tallies(overview.causes()),
                tallies(overview.spread()));
    }

    private static Stream<Row> stream(String breakdown, List<Line> lines, Function<Scope, String> key) {
        return lines.stream().map(line -> new Row(breakdown, key.apply(line.scope()), line.counts(), line.clocks()));
    }

    /** What is only open or due at this moment belongs to no month. */
    private static List<Row> rows(String breakdown, List<Line> lines, Function<Scope, String> key) {
        return stream(breakdown, lines, key)
                .filter(row ->
                        !row.counts().equals(Counts.NONE) || !row.clocks().equals(Counts.NONE))
                .toList();
    }

    private static List<Tally> tallies(List<Bar> bars) {
        return bars.stream()
                .map(bar -> new Tally(bar.value(), bar.count(), bar.late()))
                .toList();
    }
}
