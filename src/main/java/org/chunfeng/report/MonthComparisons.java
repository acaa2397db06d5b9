package org.chunfeng.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.chunfeng.report.MonthComparison.Cell;
import org.chunfeng.report.MonthComparison.Table;
import org.chunfeng.report.MonthView.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts two frozen reports side by side, row by row; a row that only one has stands beside nothing. */
@Component
class MonthComparisons {

    /** Of carried over, received, finished, open, on-time rate, late, breaches and average working days. */
    private static final List<String> UNITS = List.of("", "", "", "", "%", "", "", "");

    private final Labels labels;

    MonthComparisons(Labels labels) {
        this.labels = labels;
    }

    MonthComparison of(MonthView now, MonthView then) {
        var tables = new ArrayList<Table>();
        tables.add(table(labels.code("reportSheet", "total"), List.of(total(now)), List.of(total(then))));
        Map<String, List<Row>> others = new LinkedHashMap<>();
        then.tables().forEach(table -> others.put(table.breakdown(), table.rows()));
        now.tables()
                .forEach(table -> tables.add(
                        table(table.breakdown(), table.rows(), others.getOrDefault(table.breakdown(), List.of()))));
        return new MonthComparison(then.key(), then.month(), then.edition(), tables);
    }

    private Row total(MonthView view) {
        return new Row(view.bureauName(), view.flow(), view.clocks(), view.pace());
    }

    private static Table table(String breakdown, List<Row> now, List<Row> then) {
        Map<String, Row> before = new LinkedHashMap<>();
        then.forEach(row -> before.put(row.label(), row));
        var rows = new ArrayList<MonthComparison.Row>();
        now.forEach(row -> rows.add(row(row.label(), row, before.remove(row.label()))));
        before.forEach((label, row) -> rows.add(row(label, null, row)));
        return new Table(breakdown, rows);
    }

    private static MonthComparison.Row row(String label, @Nullable Row now, @Nullable Row then) {
        List<@Nullable BigDecimal> nows = numbers(now);
        List<@Nullable BigDecimal> thens = numbers(then);
        return new MonthComparison.Row(
                label,
                IntStream.range(0, UNITS.size())
                        .mapToObj(i -> new Cell(nows.get(i), thens.get(i), UNITS.get(i)))
                        .toList());
    }

    private static List<@Nullable BigDecimal> numbers(@Nullable Row row) {
        Counts counts = row == null ? Counts.NONE : row.counts();
        Counts clocks = row == null ? Counts.NONE : row.clocks();
        Counts pace = row == null ? Counts.NONE : row.pace();
        return Arrays.asList(
                BigDecimal.valueOf(counts.carried()),
                BigDecimal.valueOf(counts.received()),
                BigDecimal.valueOf(counts.finished()),
                BigDecimal.valueOf(counts.open()),
                counts.onTimeRate(),
                BigDecimal.valueOf(counts.late()),
                BigDecimal.valueOf(clocks.breaches()),
                pace.averageUsed());
    }
}
