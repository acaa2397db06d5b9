package org.chunfeng.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A frozen report as a workbook: made of nothing but what was stored, so the same bytes every time. */
@Component
class MonthSheets {

    private static final String COLUMNS =
            "name carried received finished open onTimeRate lateOnes breaches used allowed";

    private final Labels labels;

    MonthSheets(Labels labels) {
        this.labels = labels;
    }

    byte[] xlsx(MonthView view) {
        Stream<Sheet> first = Stream.of(sheet(
                labels.code("reportSheet", "total"),
                List.of(new MonthView.Row(view.month(), view.flow(), view.clocks()))));
        Stream<Sheet> breakdowns = view.tables().stream().map(table -> sheet(table.breakdown(), table.rows()));
        return SameBytes.of(SheetFiles.xlsx(Stream.of(first, breakdowns, differences(view))
                .flatMap(sheets -> sheets)
                .toList()));
    }

    private Sheet sheet(String name, List<MonthView.Row> rows) {
        return new Sheet(
                name,
                titles(COLUMNS),
                rows.stream()
                        .map(row -> Arrays.<Object>asList(
                                row.label(),
                                row.counts().carried(),
                                row.counts().received(),
                                row.counts().finished(),
                                row.counts().open(),
                                row.counts().onTimeRate(),
                                row.counts().late(),
                                row.clocks().breaches(),
                                row.clocks().averageUsed(),
                                row.clocks().averageAllowed()))
                        .toList());
    }

    private Stream<Sheet> differences(MonthView view) {
        if (view.differences().isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(new Sheet(
                labels.code("reportSheet", "difference"),
                titles("name figure before after"),
                view.differences().stream()
                        .map(one -> Arrays.<Object>asList(one.where(), one.figure(), one.before(), one.after()))
                        .toList()));
    }

    private List<String> titles(String columns) {
        return Stream.of(columns.split(" "))
                .map(column -> labels.code("reportColumn", column))
                .toList();
    }
}
