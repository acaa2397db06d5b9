package org.chunfeng.overpayment;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chunfeng.casefile.Bureau;
import org.chunfeng.casefile.Bureaus;
import org.chunfeng.casefile.Masks;
import org.chunfeng.engine.Actor;
import org.chunfeng.engine.Actors;
import org.chunfeng.overpayment.OverpaymentFilter.Stage;
import org.chunfeng.sheet.SheetFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of overpayments with its bulk work, the export for the platform, and the month report. */
@Controller
@RequestMapping("/overpayments")
class OverpaymentPages {

    private static final int PAGE_SIZE = 50;

    private final OverpaymentSearch search;
    private final OverpaymentExport export;
    private final MonthReport report;
    private final MonthReportFile reportFile;
    private final Bureaus bureaus;
    private final Actors actors;

    OverpaymentPages(
            OverpaymentSearch search,
            OverpaymentExport export,
            MonthReport report,
            MonthReportFile reportFile,
            Bureaus bureaus,
            Actors actors) {
        this.search = search;
        this.export = export;
        this.report = report;
        this.reportFile = reportFile;
        this.bureaus = bureaus;
        this.actors = actors;
    }

    @GetMapping
    String list(OverpaymentFilter filter, Model model) {
        Actor actor = actors.current();
        var found = search.find(filter, PAGE_SIZE);
        model.addAttribute("filter", filter);
        model.addAttribute(
                "rows",
                found.rows().stream()
                        .map(row -> row.masked(Masks.taxpayerId(row.taxpayerId())))
                        .toList());
        model.addAttribute("total", found.total());
        model.addAttribute("pages", Math.max(1, (found.total() + PAGE_SIZE - 1) / PAGE_SIZE));
        model.addAttribute("bureauNames", bureauNames());
        model.addAttribute("bureaus", actor.prefecture() ? bureaus.all() : List.of());
        model.addAttribute("stages", OverpaymentFilter.Stage.values());
        model.addAttribute("dues", OverpaymentFilter.Due.values());
        offerBulkWork(filter, actor, found, model);
        model.addAttribute("mayLoad", Loaders.mayLoad(actor));
        return "imports/overpayments";
    }

    private void offerBulkWork(OverpaymentFilter filter, Actor actor, OverpaymentSearch.Found found, Model model) {
        Stage stage = actor.isIn("taxSource") ? filter.bulkStage() : null;
        model.addAttribute("bulkStage", stage);
        if (stage != null) {
            OverpaymentFilter workable = filter.in(stage);
            model.addAttribute("workable", workable);
            model.addAttribute("workableTotal", filter.stage() == stage ? found.total() : search.count(workable));
        }
    }

    @GetMapping("/export.{ending}")
    void export(OverpaymentFilter filter, @PathVariable String ending, HttpServletResponse response)
            throws IOException {
        SheetFormat format = Downloads.begin(response, "overpayments." + ending);
        export.write(filter, format, response.getOutputStream());
    }

    @GetMapping("/report")
    String report(@RequestParam @Nullable YearMonth month, Model model) {
        YearMonth asked = month == null ? report.current() : month;
        model.addAttribute("report", report.of(asked));
        model.addAttribute("before", asked.minusMonths(1));
        model.addAttribute("after", asked.plusMonths(1));
        model.addAttribute("bureauNames", bureauNames());
        return "imports/report";
    }

    @GetMapping("/report.{ending}")
    void report(@RequestParam YearMonth month, @PathVariable String ending, HttpServletResponse response)
            throws IOException {
        SheetFormat format = Downloads.begin(response, "overpayments-%s.%s".formatted(month, ending));
        reportFile.write(report.of(month), format, response.getOutputStream());
    }

    private Map<String, String> bureauNames() {
        return bureaus.all().stream().collect(Collectors.toMap(Bureau::bureau, Bureau::name));
    }
}
