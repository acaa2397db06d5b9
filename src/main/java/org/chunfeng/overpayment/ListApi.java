package org.chunfeng.overpayment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.chunfeng.sheet.SheetFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Loads the platform's lists over HTTP: the body is the file itself, so that it is never held in memory. */
@RestController
@RequestMapping("/api/imports")
class ListApi {

    private static final int MOST_ROWS = 1000;

    private final ListDesk desk;
    private final RowResults results;
    private final RejectsFile rejects;

    ListApi(ListDesk desk, RowResults results, RejectsFile rejects) {
        this.desk = desk;
        this.results = results;
        this.rejects = rejects;
    }

    /**
     * Takes a list.
     *
     * @param name the file's name; its ending tells the format
     */
    @PostMapping(consumes = "*/*")
    ImportRecord take(@RequestParam String name, HttpServletRequest request) throws IOException {
        return desk.take(name, request.getInputStream());
    }

    @GetMapping
    List<ImportRecord> all() {
        return desk.mine();
    }

    @GetMapping("/{importId:\\d+}")
    ImportRecord one(@PathVariable long importId) {
        return desk.reach(importId);
    }

    @PostMapping("/{importId:\\d+}/cancel")
    ImportRecord cancel(@PathVariable long importId) {
        return desk.cancel(importId);
    }

    @PostMapping("/{importId:\\d+}/resume")
    ImportRecord resume(@PathVariable long importId) {
        return desk.resume(importId);
    }

    /** What became of the rows, in the order of the file; go on with the last row's number as {@code after}. */
    @GetMapping("/{importId:\\d+}/rows")
    List<RowResult> rows(
            @PathVariable long importId,
            RowResult.@Nullable Outcome outcome,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = "200") int size) {
        desk.reach(importId);
        String wanted = outcome == null ? null : outcome.name();
        List<RowResult> rows = results.page(importId, wanted, after, Math.max(1, Math.min(size, MOST_ROWS)));
        return desk.mayLoad()
                ? rows
                : rows.stream().map(RowResult::withoutCells).toList();
    }

    @GetMapping("/{importId:\\d+}/rejects.{ending}")
    void rejects(@PathVariable long importId, @PathVariable String ending, HttpServletResponse response)
            throws IOException {
        desk.reachToWork(importId);
        SheetFormat format = Downloads.begin(response, "rejects-%d.%s".formatted(importId, ending));
        rejects.write(importId, format, response.getOutputStream());
    }

    @GetMapping("/template.{ending}")
    void template(@PathVariable String ending, HttpServletResponse response) throws IOException {
        SheetFormat format = Downloads.begin(response, "template." + ending);
        rejects.writeTemplate(format, response.getOutputStream());
    }
}
