package org.chunfeng.overpayment;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.chunfeng.engine.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where lists are loaded: what was loaded by whom and when, how far it is, and what became of each row. */
@Controller
@RequestMapping("/imports")
class ListPages {

    private static final int PAGE_SIZE = 100;

    private final ListDesk desk;
    private final RowResults results;
    private final Columns columns;
    private final People people;

    ListPages(ListDesk desk, RowResults results, Columns columns, People people) {
        this.desk = desk;
        this.results = results;
        this.columns = columns;
        this.people = people;
    }

    /** A column as the page explains it. */
    record ColumnHelp(String name, boolean required) {}

    @GetMapping
    String list(Model model) {
        List<ImportRecord> imports = desk.mine();
        model.addAttribute("imports", imports);
        model.addAttribute(
                "names",
                people.namesOf(imports.stream().map(ImportRecord::uploadedBy).collect(Collectors.toSet())));
        model.addAttribute("mayLoad", desk.mayLoad());
        model.addAttribute(
                "columns",
                Arrays.stream(Column.values())
                        .map(column -> new ColumnHelp(columns.name(column), column.isRequired()))
                        .toList());
        return "imports/imports";
    }

    @GetMapping("/{importId:\\d+}")
    String one(
            @PathVariable long importId,
            RowResult.@Nullable Outcome outcome,
            @RequestParam(defaultValue = "0") int after,
            Model model) {
        ImportRecord found = desk.reach(importId);
        List<RowResult> rows = results.page(importId, outcome == null ? null : outcome.name(), after, PAGE_SIZE);
        model.addAttribute("one", found);
        model.addAttribute("loader", people.nameOf(found.uploadedBy()));
        model.addAttribute("mayLoad", desk.mayLoad());
        model.addAttribute("outcome", outcome);
        model.addAttribute("outcomes", counts(found));
        model.addAttribute("rows", rows);
        model.addAttribute(
                "next", rows.size() == PAGE_SIZE ? rows.get(PAGE_SIZE - 1).rowNo() : 0);
        return "imports/import";
    }

    private static Map<RowResult.Outcome, Integer> counts(ImportRecord found) {
        return new TreeMap<>(Map.of(
                RowResult.Outcome.ACCEPTED, found.accepted(),
                RowResult.Outcome.DUPLICATE, found.duplicate(),
                RowResult.Outcome.CHANGED, found.changed(),
                RowResult.Outcome.REJECTED, found.rejected()));
    }
}
