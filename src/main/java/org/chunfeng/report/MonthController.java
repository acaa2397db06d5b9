package org.chunfeng.report;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.chunfeng.engine.Actor;
import org.chunfeng.engine.Actors;
import org.chunfeng.engine.Refused;
import org.chunfeng.engine.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The frozen months: their list, their editions, their files; a county sees its own, the prefecture all. */
@Controller
class MonthController {

    private final MonthReports reports;
    private final MonthReportRows rows;
    private final MonthViews views;
    private final MonthSheets sheets;
    private final Labels labels;
    private final Scopes scopes;
    private final Actors actors;
    private final Texts texts;

    MonthController(
            MonthReports reports,
            MonthReportRows rows,
            MonthViews views,
            MonthSheets sheets,
            Labels labels,
            Scopes scopes,
            Actors actors,
            Texts texts) {
        this.reports = reports;
        this.rows = rows;
        this.views = views;
        this.sheets = sheets;
        this.labels = labels;
        this.scopes = scopes;
        this.actors = actors;
        this.texts = texts;
    }

    @GetMapping("/reports/months")
    String list(@RequestParam @Nullable String bureau, Model model) {
        String shown = shown(bureau);
        common(model, shown);
        model.addAttribute(
                "reports",
                rows.of(shown).stream()
                        .map(report -> views.of(report, List.of()))
                        .toList());
        return "report/months";
    }

    @GetMapping("/reports/months/{month}")
    String one(
            @PathVariable String month,
            @RequestParam @Nullable String bureau,
            @RequestParam @Nullable Integer edition,
            Model model) {
        String shown = shown(bureau);
        common(model, shown);
        model.addAttribute("report", view(month, shown, edition));
        return "report/month";
    }

    @GetMapping("/reports/months/{month}.xlsx")
    ResponseEntity<byte[]> file(
            @PathVariable String month,
            @RequestParam @Nullable String bureau,
            @RequestParam @Nullable Integer edition) {
        MonthView view = view(month, shown(bureau), edition);
        String name = "%s_%s_%d.xlsx".formatted(labels.code("reportFile", "month"), view.month(), view.edition());
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CONTENT_TYPE, SheetFiles.XLSX)
                .body(sheets.xlsx(view));
    }

    /** A correction: what the ledger says now, as a new edition, when it says something else. */
    @PostMapping("/reports/months/{month}")
    String correct(@PathVariable String month, @RequestParam @Nullable String bureau) {
        Actor actor = actors.current();
        if (!actor.isIn("levyAdmin")) {
            throw Refused.of(403, texts.refusal("reportFreeze"));
        }
        YearMonth read = month(month);
        String shown = shown(bureau);
        if (rows.editions(read.atDay(1), shown).isEmpty()) {
            throw Refused.of(404, texts.refusal("outOfReach"));
        }
        reports.freeze(read, shown, actor.userId());
        return "redirect:/reports/months/" + read + (shown.isEmpty() ? "" : "?bureau=" + shown);
    }

    private MonthView view(String month, String bureau, @Nullable Integer edition) {
        List<MonthReport> editions = rows.editions(month(month).atDay(1), bureau);
        return editions.stream()
                .filter(report -> edition == null || report.edition() == edition)
                .findFirst()
                .map(report -> views.of(report, editions))
                .orElseThrow(() -> Refused.of(404, texts.refusal("outOfReach")));
    }

    private YearMonth month(String month) {
        try {
            return YearMonth.parse(month);
        } catch (DateTimeException unreadable) {
            throw Refused.of(404, texts.refusal("outOfReach"));
        }
    }

    private String shown(@Nullable String bureau) {
        Actor actor = actors.current();
        return actor.prefecture() ? bureau == null ? "" : bureau : actor.bureau();
    }

    private void common(Model model, String bureau) {
        Actor actor = actors.current();
        Map<String, String> names = labels.bureauNames();
        model.addAttribute("scope", scopes.of(new Scopes.Asked(null, null, bureau, null, null, null, null)));
        model.addAttribute("bureau", bureau);
        model.addAttribute("bureauName", names.getOrDefault(bureau, labels.code("report", "allBureaus")));
        model.addAttribute(
                "bureaus",
                actor.prefecture()
                        ? labels.bureaus().stream()
                                .filter(one -> !one.isPrefecture())
                                .toList()
                        : List.of());
        model.addAttribute("mayCorrect", actor.isIn("levyAdmin"));
    }
}
