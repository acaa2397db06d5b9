package org.chunfeng.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The overview as a workbook: a sheet for each breakdown. */
@Component
class OverviewSheets {

    private static final String FLOW = "carried received finished open onTimeRate lateOnes breaches overdue";

    private final Labels labels;

    OverviewSheets(Labels labels) {
        this.labels = labels;
    }

    List<Sheet> of(Overview overview) {
        return List.of(
                lines("bureau", overview.bureaus()),
                lines("step", overview.steps()),
                lines("matter", overview.matters()),
                lines("person", overview.people()),
                months(overview.months()),
                causes(overview.causes()),
                averages(overview.averages()),
                lines("stock", overview.stocks()));
    }

    private Sheet lines(String name, List<Line> lines) {
        return sheet(
                name,
                name + " " + FLOW + " used allowed",
                lines.stream()
                        .map(line -> row(
                                line.label(),
                                line.counts(),
                                line.clocks().breaches(),
                                line.due().overdue(),
                                line.clocks().averageUsed(),
                                line.clocks().averageAllowed())));
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
