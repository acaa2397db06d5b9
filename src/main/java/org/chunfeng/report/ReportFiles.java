package org.chunfeng.report;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The same reports to take away, as xlsx and csv: the same rows, the same access. */
@Controller
class ReportFiles {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final BreachReport breaches;
    private final CaseLists lists;
    private final Overviews overviews;
    private final OverviewSheets overviewSheets;
    private final Scopes scopes;
    private final Labels labels;
    private final Clock clock;

    ReportFiles(
            BreachReport breaches,
            CaseLists lists,
            Overviews overviews,
            OverviewSheets overviewSheets,
            Scopes scopes,
            Labels labels,
            Clock clock) {
        this.breaches = breaches;
        this.lists = lists;
        this.overviews = overviews;
        this.overviewSheets = overviewSheets;
        this.scopes = scopes;
        this.labels = labels;
        this.clock = clock;
    }

    @GetMapping("/reports/breaches.{ending:xlsx|csv}")
    ResponseEntity<byte[]> breaches(Scopes.Asked asked, BreachReport.Options more, @PathVariable String ending) {
        Scope scope = scopes.of(asked);
        Sheet sheet = sheet(
                "breaches",
                "caseNumber taxpayer bureau matter step handler dueAt doneAt late cause stage conclusion auditCase",
                breaches.all(scope, more).stream().map(this::cells));
        return file(sheet, ending, scope);
    }

    @GetMapping("/reports/cases.{ending:xlsx|csv}")
    ResponseEntity<byte[]> cases(
            Scopes.Asked asked,
            @RequestParam @Nullable String figure,
            @RequestParam @Nullable String value,
            @PathVariable String ending) {
        Scope scope = scopes.of(asked);
        Sheet sheet = sheet(
                "cases",
                "caseNumber taxpayer taxpayerId bureau matter step handler startedOn dueAt stoppedOn used allowed status",
                lists.all(lists.question(scope, figure, value)).stream().map(this::cells));
        return file(sheet, ending, scope);
    }

    @GetMapping("/reports.xlsx")
    ResponseEntity<byte[]> overview(Scopes.Asked asked) {
        Scope scope = scopes.of(asked);
        return answer(SheetFiles.xlsx(overviewSheets.of(overviews.of(scope))), "overview", "xlsx", scope);
    }

    private List<@Nullable Object> cells(BreachRow row) {
        return Arrays.asList(
                row.caseNumber(),
                row.taxpayerName(),
                row.bureau(),
                row.matter(),
                row.step(),
                row.handler(),
                minute(row.dueAt()),
                minute(row.doneAt()),
                row.late(),
                row.cause(),
                row.stage(),
                row.conclusion(),
                row.auditCase());
    }

    private List<@Nullable Object> cells(CaseLists.Row row) {
        return Arrays.asList(
                row.caseNumber(),
                row.taxpayerName(),
                row.taxpayerId(),
                row.bureau(),
                row.matter(),
                row.step(),
                row.person(),
                row.item().startedOn(),
                minute(row.item().dueAt()),
                row.item().stoppedOn(),
                row.item().used(),
                row.item().allowed(),
                row.status());
    }

    private @Nullable String minute(@Nullable Instant at) {
        return at == null ? null : MINUTE.format(at.atZone(clock.getZone()));
    }

    private Sheet sheet(String name, String columns, Stream<List<@Nullable Object>> rows) {
        List<String> titles = Stream.of(columns.split(" "))
                .map(column -> labels.code("reportColumn", column))
                .toList();
        return new Sheet(labels.code("reportFile", name), titles, rows.toList());
    }

    private ResponseEntity<byte[]> file(Sheet sheet, String ending, Scope scope) {
        byte[] content =
                ending.equals("csv") ? SheetFiles.csv(sheet) : SheetFiles.xlsx(new ArrayList<>(List.of(sheet)));
        return answer(content, sheet.name(), ending, scope);
    }

    private ResponseEntity<byte[]> answer(byte[] content, String name, String ending, Scope scope) {
        String title = labels.code("reportFile", name);
        String file = "%s_%s_%s.%s".formatted(title, scope.from(), scope.to(), ending);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CONTENT_TYPE, ending.equals("csv") ? "text/csv;charset=UTF-8" : SheetFiles.XLSX)
                .body(content);
    }
}
