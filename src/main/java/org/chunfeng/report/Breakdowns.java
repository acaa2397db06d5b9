package org.chunfeng.report;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.chunfeng.report.Sums.Cell;
import org.chunfeng.report.Tallies.DueCell;

/** The cells of one view, put in rows. */
final class Breakdowns {

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
                        Shape.BUREAU_CLOCK_KIND,
                        Cell::bureau,
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
                Shape.MATTER_CLOCK_KIND,
                cell -> cell.kind() + cell.matter(),
                cell -> labels.matter(cell.kind(), cell.matter()),
                cell -> scope.inMatter(cell.kind(), cell.matter()),
                scope.ofSteps());
    }

    List<Line> steps() {
        return lines(
                Shape.STEP,
                Shape.STEP,
                Cell::step,
                cell -> labels.step(cell.step()),
                cell -> scope.inStep(cell.step()),
                true);
    }

    List<Line> people() {
        Map<String, String> names = labels.namesOf(places().filter(cell -> Shape.PERSON.fits(cell) && cell.ofSteps())
                .map(Cell::person)
                .toList());
        return lines(
                Shape.PERSON,
                Shape.PERSON,
                Cell::person,
                cell -> cell.person().isEmpty() ? labels.nobody() : names.getOrDefault(cell.person(), cell.person()),
                cell -> scope.ofPerson(cell.person()),
                true);
    }

    /** Stock and increase of overpayments apart, by county (plan measure 31). */
    List<Line> stocks() {
        Map<String, String> names = labels.bureauNames();
        return lines(
                        Shape.BUREAU_MATTER,
                        Shape.BUREAU_MATTER,
                        cell -> cell.bureau() + cell.kind() + cell.matter(),
                        cell -> names.getOrDefault(cell.bureau(), "") + " · "
                                + labels.matter(cell.kind(), cell.matter()),
                        cell -> scope.inBureau(cell.bureau()).inMatter(cell.kind(), cell.matter()),
                        scope.ofSteps())
                .stream()
                .filter(line -> line.scope().kind().equals("OVERPAYMENT"))
                .sorted(Comparator.comparing(Line::label))
                .toList();
    }

    HeatMap heatMap() {
        return HeatMap.of(cells, bureaus(), labels);
    }

    /**
     * A row for every place of which any figure tells something: cases, deadlines, or what is due now.
     *
     * @param paceShape the rows' promises, where cases are broken down
     */
    private List<Line> lines(
            Shape shape,
            Shape paceShape,
            Function<Cell, String> key,
            Function<Cell, String> label,
            Function<Cell, Scope> narrowed,
            boolean ofSteps) {
        Map<String, Counts> counts = counts(cell -> shape.fits(cell) && cell.ofSteps() == ofSteps, key);
        Map<String, Counts> clocks = counts(cell -> shape.fits(cell) && cell.ofSteps(), key);
        Map<String, Counts> paces =
                ofSteps ? clocks : counts(cell -> paceShape.fits(cell) && "PROMISE".equals(cell.clockKind()), key);
        Map<String, Due> dues =
                due.stream().filter(shape::fits).collect(toMap(cell -> key.apply(Shape.place(cell)), DueCell::due));
        return rows(shape, key).entrySet().stream()
                .map(row -> new Line(
                        label.apply(row.getValue()),
                        narrowed.apply(row.getValue()),
                        counts.getOrDefault(row.getKey(), Counts.NONE),
                        clocks.getOrDefault(row.getKey(), Counts.NONE),
                        paces.getOrDefault(row.getKey(), Counts.NONE),
                        dues.getOrDefault(row.getKey(), Due.NONE)))
                .filter(Line::tellsSomething)
                .sorted(Comparator.comparing((Line line) ->
                                -line.counts().carried() - line.counts().received())
                        .thenComparing(Line::label))
                .toList();
    }

    private Map<String, Counts> counts(Predicate<Cell> which, Function<Cell, String> key) {
        return cells.stream().filter(which).collect(toMap(key, Cell::counts));
    }

    private Map<String, Cell> rows(Shape shape, Function<Cell, String> key) {
        return places().filter(shape::fits)
                .collect(toMap(key, identity(), (first, other) -> first, LinkedHashMap::new));
    }

    private Stream<Cell> places() {
        return Stream.concat(cells.stream(), due.stream().map(Shape::place));
    }
}
