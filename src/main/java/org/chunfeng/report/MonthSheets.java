package org.chunfeng.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A frozen report as a workbook: made of nothing but what was stored, so the same bytes every time. */
@Component
class MonthSheets {

    private static final String COLUMNS = "name carried received finished open onTimeRate lateOnes breaches";
    private static final String PACE = " used allowed";

    private final Labels labels;

    MonthSheets(Labels labels) {
        this.labels = labels;
    }

    /** The file's name. */
    String name(MonthView view) {
        return "%s_%s_%s_%d.xlsx"
                .formatted(labels.code("reportFile", "month"), view.bureauName(), view.month(), view.edition());
    }

    byte[] xlsx(MonthView view) {
        var sheets = new ArrayList<Sheet>();
        sheets.add(about(view));
        sheets.add(rows(
                labels.code("reportSheet", "total"),
                List.of(new MonthView.Row(view.bureauName(), view.flow(), view.clocks(), view.pace())),
                true));
        view.tables().forEach(table -> sheets.add(rows(table.breakdown(), table.rows(), table.paced())));
        sheets.add(bars("cause", "cause breaches", view.causes(), false));
        sheets.add(bars("spread", "spread finished lateOnes", view.spread(), true));
        if (!view.differences().isEmpty()) {
            sheets.add(differences(view));
        }
        return SameBytes.of(SheetFiles.xlsx(sheets));
    }

    /** What this is, and by what it was reckoned. */
    private Sheet about(MonthView view) {
        return sheet(
                "about",
                "name value",
                Stream.of(
                        fact("month", view.month()),
                        fact("bureau", view.bureauName()),
                        fact("edition", view.edition()),
                        fact("calendarVersion", view.calendarVersion()),
                        fact("rulesVersion", view.rulesVersion()),
                        fact("fingerprint", view.sha256()),
                        fact("promises", view.pace().averageUsed()),
                        fact("median", view.overrun().median()),
                        fact("ninth", view.overrun().ninth()),
                        fact("longest", view.overrun().longest())));
    }

    private List<@Nullable Object> fact(String name, @Nullable Object value) {
        return Arrays.asList(labels.code("reportColumn", name), value);
    }

    /** Where working days have no limit in common, the two columns of them are left away. */
    private Sheet rows(String name, List<MonthView.Row> rows, boolean paced) {
        String columns = paced ? COLUMNS + PACE : COLUMNS;
        int width = columns.split(" ").length;
        return new Sheet(
                name,
                titles(columns),
                rows.stream().map(row -> cells(row).subList(0, width)).toList());
    }

    private static List<@Nullable Object> cells(MonthView.Row row) {
        return Arrays.asList(
                row.label(),
                row.counts().carried(),
                row.counts().received(),
                row.counts().finished(),
                row.counts().open(),
                row.counts().onTimeRate(),
                row.counts().late(),
                row.clocks().breaches(),
                row.pace().averageUsed(),
                row.pace().averageAllowed());
    }

    private Sheet bars(String name, String columns, List<Bar> bars, boolean late) {
        return sheet(
                name,
                columns,
                bars.stream()
                        .map(bar -> late
                                ? Arrays.asList(bar.label(), bar.count(), bar.late())
                                : Arrays.asList(bar.label(), bar.count())));
    }

    private Sheet differences(MonthView view) {
        return sheet(
                "difference",
                "name figure before after",
                view.differences().stream()
                        .map(one -> Arrays.asList(one.where(), one.figure(), one.before(), one.after())));
    }

    private Sheet sheet(String name, String columns, Stream<List<@Nullable Object>> rows) {
        return new Sheet(labels.code("reportSheet", name), titles(columns), rows.toList());
    }

    private List<String> titles(String columns) {
        return Stream.of(columns.split(" "))
                .map(column -> labels.code("reportColumn", column))
                .toList();
    }
}
