package org.chunfeng.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.chunfeng.report.Sums.Cell;
import org.chunfeng.report.Tallies.DueCell;

/** The cells of one view, put in rows. */
final class Breakdowns {

    /** Which dimensions a cell keeps: the bits of those that were summed over, bureau highest, clock kind lowest. */
    enum Shape {
        TOTAL(0b111111),
        BUREAU(0b011111),
        MATTER(0b100111),
        STEP(0b111011),
        PERSON(0b111101),
        CLOCK_KIND(0b111110),
        BUREAU_STEP(0b011011),
        BUREAU_MATTER(0b000111);

        private final int bits;

        Shape(int bits) {
            this.bits = bits;
        }

        boolean fits(Cell cell) {
            return cell.shape() == bits;
        }

        boolean fits(DueCell cell) {
            return cell.shape() == bits >> 1;
        }
    }

    private final Scope scope;
    private final List<Cell> cells;
    private final List<DueCell> due;
    private final Labels labels;

    Breakdowns(Scope scope, List<Cell> cells, List<DueCell> due, Labels labels) {
        this.scope = scope;
        this.cells = cells;
        this.due = due;
        this.labels = labels;
    }

    Counts total(boolean ofSteps) {
        return cells.stream()
                .filter(cell -> Shape.TOTAL.fits(cell) && cell.ofSteps() == ofSteps)
                .map(Cell::counts)
                .findFirst()
                .orElse(Counts.NONE);
    }

    /** The promises' counters; those of all clocks when the view is of steps. */
    Counts pace() {
        return cells.stream()
                .filter(cell -> Shape.CLOCK_KIND.fits(cell) && "PROMISE".equals(cell.clockKind()))
                .filter(cell -> !scope.ofSteps())
                .map(Cell::counts)
                .findFirst()
                .orElseGet(() -> scope.ofSteps() ? total(true) : Counts.NONE);
    }

    Due due() {
        return due.stream()
                .filter(Shape.TOTAL::fits)
                .map(DueCell::due)
                .findFirst()
                .orElse(Due.NONE);
    }

    List<Line> bureaus() {
        Map<String, String> names = labels.bureauNames();
        List<String> order =
                labels.bureaus().stream().map(bureau -> bureau.bureau()).toList();
        return lines(
                        Shape.BUREAU,
                        Cell::bureau,
                        DueCell::bureau,
                        cell -> names.getOrDefault(cell.bureau(), ""),
                        cell -> scope.inBureau(cell.bureau()),
                        scope.ofSteps())
                .stream()
                .sorted(Comparator.comparing(line -> order.indexOf(line.scope().bureau())))
                .toList();
    }

    List<Line> matters() {
        return lines(
                Shape.MATTER,
                cell -> cell.kind() + cell.matter(),
                cell -> cell.kind() + cell.matter(),
                cell -> labels.matter(cell.kind(), cell.matter()),
                cell -> scope.inMatter(cell.kind(), cell.matter()),
                scope.ofSteps());
    }

    List<Line> steps() {
        return lines(
                Shape.STEP,
                Cell::step,
                DueCell::step,
                cell -> labels.step(cell.step()),
                cell -> scope.inStep(cell.step()),
                true);
    }

    List<Line> people() {
        Map<String, String> names = labels.namesOf(cells.stream()
                .filter(cell -> Shape.PERSON.fits(cell) && cell.ofSteps())
                .map(Cell::person)
                .toList());
        return lines(
                Shape.PERSON,
                Cell::person,
                DueCell::person,
                cell -> cell.person().isEmpty() ? labels.nobody() : names.getOrDefault(cell.person(), cell.person()),
                cell -> scope.ofPerson(cell.person()),
                true);
    }

    /** Stock and increase of overpayments apart, by county (plan measure 31). */
    List<Line> stocks() {
        Map<String, String> names = labels.bureauNames();
        return cells.stream()
                .filter(cell -> Shape.BUREAU_MATTER.fits(cell) && cell.ofSteps() == scope.ofSteps())
                .filter(cell -> "OVERPAYMENT".equals(cell.kind()))
                .map(cell -> new Line(
                        names.getOrDefault(cell.bureau(), "") + " · " + labels.matter(cell.kind(), cell.matter()),
                        scope.inBureau(cell.bureau()).inMatter(cell.kind(), cell.matter()),
                        cell.counts(),
                        cell.counts(),
                        Due.NONE))
                .sorted(Comparator.comparing(Line::label))
                .toList();
    }

    HeatMap heatMap() {
        List<String> codes = cells.stream()
                .filter(cell -> Shape.STEP.fits(cell) && cell.ofSteps())
                .filter(cell -> cell.counts().finished() > 0)
                .map(Cell::step)
                .sorted()
                .toList();
        Map<String, Counts> found = new HashMap<>();
        cells.stream()
                .filter(cell -> Shape.BUREAU_STEP.fits(cell) && cell.ofSteps())
                .forEach(cell -> found.put(cell.bureau() + " " + cell.step(), cell.counts()));
        List<HeatMap.Row> rows = bureaus().stream()
                .map(bureau -> new HeatMap.Row(
                        bureau.label(),
                        codes.stream().map(step -> heat(bureau, step, found)).toList()))
                .toList();
        return new HeatMap(codes.stream().map(labels::step).toList(), rows);
    }

    private Line heat(Line bureau, String step, Map<String, Counts> found) {
        Counts counts = found.getOrDefault(bureau.scope().bureau() + " " + step, Counts.NONE);
        return new Line(labels.step(step), bureau.scope().inStep(step), counts, counts, Due.NONE);
    }

    private List<Line> lines(
            Shape shape,
            Function<Cell, String> key,
            Function<DueCell, String> dueKey,
            Function<Cell, String> label,
            Function<Cell, Scope> narrowed,
            boolean ofSteps) {
        Map<String, Due> dues = new HashMap<>();
        due.stream().filter(shape::fits).forEach(cell -> dues.put(dueKey.apply(cell), cell.due()));
        Map<String, Counts> clocks = new HashMap<>();
        cells.stream()
                .filter(cell -> shape.fits(cell) && cell.ofSteps())
                .forEach(cell -> clocks.put(key.apply(cell), cell.counts()));
        return cells.stream()
                .filter(cell -> shape.fits(cell) && cell.ofSteps() == ofSteps)
                .map(cell -> new Line(
                        label.apply(cell),
                        narrowed.apply(cell),
                        cell.counts(),
                        clocks.getOrDefault(key.apply(cell), Counts.NONE),
                        dues.getOrDefault(key.apply(cell), Due.NONE)))
                .filter(line ->
                        !line.counts().equals(Counts.NONE) || !line.due().equals(Due.NONE))
                .sorted(Comparator.comparing((Line line) ->
                                -line.counts().carried() - line.counts().received())
                        .thenComparing(Line::label))
                .toList();
    }
}
