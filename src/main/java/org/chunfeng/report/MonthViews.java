package org.chunfeng.report;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.chunfeng.report.MonthFigures.Row;
import org.chunfeng.report.MonthView.Difference;
import org.chunfeng.report.MonthView.Table;
import org.springframework.stereotype.Component;

/** Puts names to the codes of a frozen report; the numbers are those that were stored. */
@Component
class MonthViews {

    private static final List<String> BREAKDOWNS = List.of("bureau", "step", "matter", "person", "stock", "average");

    /** Those whose rows are of steps, or of one promise. */
    private static final Set<String> PACED = Set.of("step", "person", "average");

    private final Labels labels;

    MonthViews(Labels labels) {
        this.labels = labels;
    }

    /** The names of all people and bureaus that reports mention, read once. */
    private record Names(Map<String, String> people, Map<String, String> bureaus) {

        String person(String account) {
            return people.getOrDefault(account, account);
        }

        String bureau(String bureau) {
            return bureaus.getOrDefault(bureau, bureau);
        }
    }

    /** @param editions all of that month and bureau, newest first */
    MonthView of(MonthReport report, List<MonthReport> editions) {
        return of(report, editions, namesIn(List.of(report)));
    }

    /** Each by itself, without its other editions. */
    List<MonthView> all(List<MonthReport> reports) {
        Names names = namesIn(reports);
        return reports.stream().map(report -> of(report, List.of(), names)).toList();
    }

    private Names namesIn(List<MonthReport> reports) {
        Stream<String> counted = reports.stream()
                .flatMap(report -> MonthReports.read(report).rows().stream())
                .filter(row -> row.breakdown().equals("person"))
                .map(Row::key);
        Stream<String> freezing = reports.stream().map(MonthReport::frozenBy);
        return new Names(
                labels.namesOf(Stream.concat(counted, freezing).distinct().toList()), labels.bureauNames());
    }

    private MonthView of(MonthReport report, List<MonthReport> editions, Names names) {
        MonthFigures figures = MonthReports.read(report);
        List<Difference> differences = editions.stream()
                .filter(one -> one.edition() == report.edition() - 1)
                .flatMap(before -> MonthDifference.between(MonthReports.read(before), figures).stream())
                .map(one -> new Difference(
                        labels.code("reportSheet", one.breakdown()) + " " + label(one.breakdown(), one.key(), names),
                        labels.code("reportColumn", one.figure()),
                        one.before(),
                        one.after()))
                .toList();
        return new MonthView(
                figures.month(),
                figures.bureau(),
                figures.bureau().isEmpty() ? labels.code("report", "allBureaus") : names.bureau(figures.bureau()),
                report.edition(),
                editions.stream().map(MonthReport::edition).toList(),
                report.sha256(),
                report.calendarVersion(),
                report.rulesVersion(),
                report.frozenBy().equals("system") ? labels.code("report", "system") : names.person(report.frozenBy()),
                report.frozenAt(),
                figures.flow(),
                figures.clocks(),
                figures.pace(),
                figures.overrun(),
                tables(figures, names),
                figures.causes().stream()
                        .map(one -> new Bar(
                                labels.cause(one.value().equals(Figure.NONE) ? "" : one.value()),
                                one.value(),
                                one.count(),
                                one.late()))
                        .toList(),
                figures.spread().stream()
                        .map(one -> new Bar(Bar.signed(one.value()), one.value(), one.count(), one.late()))
                        .toList(),
                differences);
    }

    private List<Table> tables(MonthFigures figures, Names names) {
        Stream<Table> rows = BREAKDOWNS.stream()
                .map(breakdown -> new Table(
                        labels.code("reportSheet", breakdown),
                        figures.rows().stream()
                                .filter(row -> row.breakdown().equals(breakdown))
                                .map(row -> new MonthView.Row(
                                        label(breakdown, row.key(), names),
                                        row.counts(),
                                        row.clocks(),
                                        PACED.contains(breakdown) ? row.clocks() : Counts.NONE))
                                .toList()));
        return rows.filter(table -> !table.rows().isEmpty()).toList();
    }

    private String label(String breakdown, String key, Names names) {
        String[] parts = key.split("/", -1);
        return switch (breakdown) {
            case "bureau", "average" -> names.bureau(key);
            case "step" -> labels.step(key);
            case "matter" -> labels.matter(parts[0], parts[1]);
            case "person" -> key.equals(Scope.NOBODY) ? labels.nobody() : names.person(key);
            case "stock" -> names.bureau(parts[0]) + " · " + labels.matter("OVERPAYMENT", parts[1]);
            default -> "";
        };
    }
}
