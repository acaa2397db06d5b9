package org.chunfeng.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the charts of the overview draw; every point carries the address of the list behind it. */
record Charts(List<Point> months, Heat heat, List<Point> spread, List<Point> ages) {

    /** A point of a line or a bar. */
    record Point(String label, @Nullable BigDecimal rate, long count, long late, String address) {}

    /** A cell of the heat map: column, row, percent on time, how many were finished. */
    record HeatCell(int step, int bureau, @Nullable BigDecimal rate, long finished, String address) {}

    /** The heat map with the names of its columns and rows. */
    record Heat(List<String> steps, List<String> bureaus, List<HeatCell> cells) {}

    static Charts of(Overview overview) {
        Scope scope = overview.scope();
        return new Charts(
                overview.months().stream().map(Charts::month).toList(),
                heat(overview.heatMap()),
                overview.spread().stream()
                        .map(bar -> bar(bar, scope.list(Figure.SPREAD.code(), bar.value())))
                        .toList(),
                overview.ages().stream()
                        .map(bar -> bar(bar, scope.list(Figure.AGE.code(), bar.value())))
                        .toList());
    }

    private static Point month(MonthLine line) {
        Counts counts = line.counts();
        return new Point(
                line.label(),
                counts.onTimeRate(),
                counts.finished(),
                counts.late(),
                line.scope().on("/reports"));
    }

    private static Point bar(Bar bar, String address) {
        return new Point(bar.label(), null, bar.count(), bar.late(), address);
    }

    private static Heat heat(HeatMap map) {
        return new Heat(
                map.steps(),
                map.rows().stream().map(HeatMap.Row::bureau).toList(),
                IntStream.range(0, map.rows().size())
                        .boxed()
                        .flatMap(row -> cells(map.rows().get(row).cells(), row).stream())
                        .toList());
    }

    private static List<HeatCell> cells(List<Line> cells, int row) {
        return IntStream.range(0, cells.size())
                .filter(column -> cells.get(column).counts().finished() > 0)
                .mapToObj(column -> new HeatCell(
                        column,
                        row,
                        cells.get(column).counts().onTimeRate(),
                        cells.get(column).counts().finished(),
                        cells.get(column).scope().list(Figure.FINISHED.code())))
                .toList();
    }
}
