package org.chunfeng.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chunfeng.report.Sums.Cell;

/** On-time rates by bureau and step: a row for each bureau, a column for each step; empty cells finished nothing. */
public record HeatMap(List<String> steps, List<Row> rows) {

    /** The cells of one bureau, in the order of the steps. */
    public record Row(String bureau, List<Line> cells) {}

    static HeatMap of(List<Cell> cells, List<Line> bureaus, Labels labels) {
        List<String> steps = cells.stream()
                .filter(cell -> Shape.STEP.fits(cell) && cell.ofSteps())
                .filter(cell -> cell.counts().finished() > 0)
                .map(Cell::step)
                .sorted()
                .toList();
        Map<String, Counts> found = new HashMap<>();
        cells.stream()
                .filter(cell -> Shape.BUREAU_STEP.fits(cell) && cell.ofSteps())
                .forEach(cell -> found.put(cell.bureau() + " " + cell.step(), cell.counts()));
        List<Row> rows = bureaus.stream()
                .map(bureau -> new Row(
                        bureau.label(),
                        steps.stream()
                                .map(step -> cell(bureau.scope().inStep(step), labels.step(step), found))
                                .toList()))
                .toList();
        return new HeatMap(steps.stream().map(labels::step).toList(), rows);
    }

    private static Line cell(Scope scope, String label, Map<String, Counts> found) {
        Counts counts = found.getOrDefault(scope.bureau() + " " + scope.step(), Counts.NONE);
        return new Line(label, scope, counts, counts, counts, Due.NONE);
    }
}
