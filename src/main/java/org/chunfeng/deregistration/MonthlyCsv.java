package org.chunfeng.deregistration;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chunfeng.casefile.Bureaus;
import org.chunfeng.engine.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The monthly list as a file for spreadsheets: marked as UTF-8, and no cell begins a formula. */
@Component
class MonthlyCsv {

    private static final String MARK = "\uFEFF";
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final List<String> COLUMNS = List.of(
            "monthlyCase",
            "monthlyBureau",
            "taxpayerName",
            "taxpayerClass",
            "track",
            "ground",
            "monthlyAccepted",
            "monthlyDue",
            "monthlyClosed",
            "monthlyOutcome",
            "monthlyLate");

    private final Bureaus bureaus;
    private final Texts texts;
    private final Clock clock;

    MonthlyCsv(Bureaus bureaus, Texts texts, Clock clock) {
        this.bureaus = bureaus;
        this.texts = texts;
        this.clock = clock;
    }

    String of(List<MonthlyList.Row> rows) {
        Stream<String> head = Stream.of(line(COLUMNS.stream().map(texts::label)));
        return Stream.concat(head, rows.stream().map(row -> line(cells(row))))
                .collect(Collectors.joining("", MARK, ""));
    }

    private Stream<String> cells(MonthlyList.Row row) {
        return Stream.of(
                row.caseNumber(),
                bureaus.get(row.bureau()).name(),
                row.taxpayerName(),
                texts.code("taxpayerClass", row.taxpayerClass()),
                texts.code("track", row.track()),
                texts.code("ground", row.ground()),
                minute(row.acceptedAt()),
                minute(row.dueAt()),
                minute(row.closedAt()),
                texts.code(
                        row.outcome().isEmpty() ? "status" : "outcome",
                        row.outcome().isEmpty() ? row.status() : row.outcome()),
                texts.code("late", String.valueOf(row.late())));
    }

    private String minute(@Nullable Instant at) {
        return at == null ? "" : MINUTE.format(at.atZone(clock.getZone()));
    }

    private static String line(Stream<String> cells) {
        return cells.map(MonthlyCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
