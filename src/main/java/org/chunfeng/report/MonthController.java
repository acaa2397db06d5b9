package org.chunfeng.report;

import java.nio.charset.StandardCharsets;
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
import org.springframework.web.util.UriComponentsBuilder;

/** The frozen months: their list, their editions, two of them compared, and their files. */
@Controller
class MonthController {

    private final MonthDesk desk;
    private final MonthSheets sheets;
    private final Scopes scopes;
    private final Choices choices;
    private final Labels labels;

    MonthController(MonthDesk desk, MonthSheets sheets, Scopes scopes, Choices choices, Labels labels) {
        this.desk = desk;
        this.sheets = sheets;
        this.scopes = scopes;
        this.choices = choices;
        this.labels = labels;
    }

    /** Which report of a month is asked for. */
    record Asked(
            @Nullable String bureau,
            @Nullable Integer edition,
            @Nullable String with) {}

    @GetMapping("/reports/months")
    String list(@RequestParam @Nullable String bureau, Model model) {
        String shown = common(bureau, model);
        model.addAttribute("bureaus", choices.counties());
        model.addAttribute("reports", desk.all(shown));
        return "report/months";
    }

    @GetMapping("/reports/months/{month:[^.]+}")
    String one(@PathVariable String month, Asked asked, @RequestParam @Nullable String unchanged, Model model) {
        String shown = common(asked.bureau(), model);
        MonthView report = desk.view(month, shown, asked.edition());
        model.addAttribute("report", report);
        model.addAttribute("compared", desk.compared(report, asked.with()));
        model.addAttribute(
                "others",
                desk.all(shown).stream()
                        .filter(other -> !other.key().equals(report.key()))
                        .toList());
        model.addAttribute("mayCorrect", desk.mayCorrect());
        model.addAttribute("unchanged", unchanged != null);
        return "report/month";
    }

    @GetMapping("/reports/months/{month}.xlsx")
    ResponseEntity<byte[]> file(@PathVariable String month, Asked asked) {
        MonthView view = desk.view(month, desk.bureau(asked.bureau()), asked.edition());
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(sheets.name(view), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CONTENT_TYPE, SheetFiles.XLSX)
                .body(sheets.xlsx(view));
    }

    @PostMapping("/reports/months/{month}")
    String correct(@PathVariable String month, @RequestParam @Nullable String bureau) {
        String shown = desk.bureau(bureau);
        var address = UriComponentsBuilder.fromPath("/reports/months/{month}");
        if (!desk.correct(month, shown)) {
            address.queryParam("unchanged");
        }
        if (!shown.isEmpty()) {
            address.queryParam("bureau", shown);
        }
        return "redirect:" + address.build(month);
    }

    private String common(@Nullable String bureau, Model model) {
        Scope scope = scopes.of(Scopes.Asked.of(bureau));
        model.addAttribute("scope", scope);
        model.addAttribute("bureau", scope.bureau());
        model.addAttribute(
                "bureauName", labels.bureauNames().getOrDefault(scope.bureau(), labels.code("report", "allBureaus")));
        return scope.bureau();
    }
}
