package org.chunfeng.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.chunfeng.casefile.Bureau;
import org.chunfeng.casefile.Bureaus;
import org.chunfeng.engine.Actor;
import org.chunfeng.engine.Actors;
import org.chunfeng.engine.Texts;
import org.chunfeng.supervision.SupervisionList.Found;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Every supervision that was done: of the own county, or of all for the prefecture's people. */
@Controller
class SupervisionController {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final SupervisionList list;
    private final Bureaus bureaus;
    private final Actors actors;
    private final Texts texts;
    private final Clock clock;

    SupervisionController(SupervisionList list, Bureaus bureaus, Actors actors, Texts texts, Clock clock) {
        this.list = list;
        this.bureaus = bureaus;
        this.actors = actors;
        this.texts = texts;
        this.clock = clock;
    }

    /** What was done on one day: a cell for each county. */
    public record Row(LocalDate dueOn, String ranAt, boolean missed, String kind, List<@Nullable Cell> cells) {}

    /** One county's: how much was drawn, and where it stands. */
    public record Cell(String caseNumber, int drawn, String state, boolean waiting) {}

    @GetMapping("/reports/supervision")
    String list(
            @RequestParam @Nullable SupervisionKind kind,
            @RequestParam(defaultValue = "") String bureau,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Actor actor = actors.current();
        String of = actor.prefecture() ? bureau : actor.bureau();
        String what = kind == null ? "" : kind.name();
        int pages = list.pages(of, what);
        int shown = Math.min(Math.max(page, 1), pages);
        model.addAttribute("kind", kind);
        model.addAttribute("kinds", SupervisionKind.values());
        model.addAttribute("bureau", of);
        model.addAttribute("bureaus", counties(actor));
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        List<Bureau> columns = bureaus.all().stream()
                .filter(one -> of.isEmpty() ? !one.isPrefecture() : one.bureau().equals(of))
                .toList();
        model.addAttribute("columns", columns);
        model.addAttribute("rows", rows(list.page(of, what, shown), columns));
        return "supervision/runs";
    }

    private List<Bureau> counties(Actor actor) {
        return actor.prefecture()
                ? bureaus.all().stream().filter(one -> !one.isPrefecture()).toList()
                : List.of();
    }

    private List<Row> rows(List<Found> found, List<Bureau> columns) {
        return found.stream()
                .collect(Collectors.groupingBy(
                        one -> one.dueOn() + one.kind().name(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(day -> row(day, columns))
                .toList();
    }

    private Row row(List<Found> day, List<Bureau> columns) {
        Found latest = Collections.max(day, Comparator.comparing(Found::ranAt));
        var cells = new ArrayList<@Nullable Cell>();
        for (Bureau column : columns) {
            cells.add(day.stream()
                    .filter(one -> one.bureau().equals(column.bureau()))
                    .findFirst()
                    .map(this::cell)
                    .orElse(null));
        }
        return new Row(
                latest.dueOn(),
                MINUTE.format(latest.ranAt().atZone(clock.getZone())),
                day.stream().anyMatch(Found::missed),
                texts.code("supervision", "matter." + latest.kind().name()),
                cells);
    }

    private Cell cell(Found one) {
        boolean waiting = one.drawn() > 0 && one.outcome() == null;
        return new Cell(one.caseNumber(), one.drawn(), state(one), waiting);
    }

    private String state(Found one) {
        if (one.outcome() != null) {
            return texts.code("supervisionOutcome", one.outcome());
        }
        return texts.code("supervision", one.drawn() == 0 ? "nothing" : "waiting");
    }
}
