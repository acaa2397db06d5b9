package org.chunfeng.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The overview as a workbook: what it is of and its totals, then a sheet for each breakdown and distribution. */
@Component
class OverviewSheets {

    private static final String FLOW = "carried received finished open onTimeRate lateOnes breaches overdue";
    private static final String PACE = " used allowed";

    private final Labels labels;

    OverviewSheets(Labels labels) {
        this.labels = labels;
    }

    List<Sheet> of(Overview overview) {
        return List.of(
                total(overview),
                lines("bureau", overview.bureaus(), true),
                lines("step", overview.steps(), true),
                lines("matter", overview.matters(), true),
                lines("person", overview.people(), true),
                months(overview.months()),
                causes(overview.causes()),
                sheet(
                        "spread",
                        "spread finished lateOnes",
                        overview.spread().stream().map(bar -> Arrays.asList(bar.label(), bar.count(), bar.late()))),
                sheet(
                        "age",
                        "age overdue",
                        overview.ages().stream().map(bar -> Arrays.asList(bar.label(), bar.count()))),
                averages(overview.averages()),
                lines("stock", overview.stocks(), false));
    }

    private Sheet total(Overview overview) {
        Scope scope = overview.scope();
        String bureau = scope.bureau().isEmpty()
                ? labels.code("report", "allBureaus")
                : labels.bureauNames().getOrDefault(scope.bureau(), scope.bureau());
        return sheet(
                "total",
                "name value",
                Stream.of(
                        fact("period", scope.from() + " — " + scope.to()),
                        fact("bureau", bureau),
                        fact("carried", overview.flow().carried()),
                        fact("received", overview.flow().received()),
                        fact("finished", overview.flow().finished()),
                        fact("open", overview.flow().open()),
                        fact("onTimeRate", overview.flow().onTimeRate()),
                        fact("lateOnes", overview.flow().late()),
                        fact("breaches", overview.clocks().breaches()),
                        fact("overdue", overview.due().overdue()),
                        fact("today", overview.due().today()),
                        fact("week", overview.due().week()),
                        fact("used", overview.pace().averageUsed()),
                        fact("allowed", overview.pace().averageAllowed()),
                        fact("median", overview.overrun().median()),
                        fact("ninth", overview.overrun().ninth()),
                        fact("longest", overview.overrun().longest())));
    }

    private List<@Nullable Object> fact(String name, @Nullable Object value) {
        return Arrays.asList(labels.code("reportColumn", name), value);
    }

    /** @param paced whether working days are compared: not for overpayments, which nobody is promised */
    private Sheet lines(String name, List<Line> lines, boolean paced) {
        String columns = name + " " + (paced ? FLOW + PACE : FLOW);
        int width = columns.split(" ").length;
        return sheet(
                name,
                columns,
                lines.stream()
                        .map(line -> row(
                                        line.label(),
                                        line.counts(),
                                        line.clocks().breaches(),
                                        line.due().overdue(),
                                        line.pace().averageUsed(),
                                        line.pace().averageAllowed())
                                .subList(0, width)));
    }

    private Sheet months(List<MonthLine> lines) {
        return sheet(
                "month",
                "month carried received finished open onTimeRate lateOnes breaches",
                lines.stream()
                        .map(line ->
                                row(line.label(), line.counts(), line.counts().breaches())));
    }

    private Sheet causes(List<Bar> causes) {
        return sheet(
                "cause", "cause breaches", causes.stream().map(cause -> Arrays.asList(cause.label(), cause.count())));
    }

    private Sheet averages(List<AverageLine> lines) {
        return sheet(
                "average",
                "bureau month finished used allowed",
                lines.stream()
                        .map(line -> Arrays.asList(
                                line.bureau(),
                                line.month(),
                                line.counts().measured(),
                                line.counts().averageUsed(),
                                line.counts().averageAllowed())));
    }

    private static List<@Nullable Object> row(String label, Counts counts, @Nullable Object... more) {
        Stream<@Nullable Object> flow = Stream.of(
                label,
                counts.carried(),
                counts.received(),
                counts.finished(),
                counts.open(),
                counts.onTimeRate(),
                counts.late());
        return Arrays.asList(Stream.concat(flow, Arrays.stream(more)).toArray());
    }

    private Sheet sheet(String name, String columns, Stream<List<@Nullable Object>> rows) {
        List<String> titles = Stream.of(columns.split(" "))
                .map(column -> labels.code("reportColumn", column))
                .toList();
        return new Sheet(labels.code("reportSheet", name), titles, rows.toList());
    }
}
