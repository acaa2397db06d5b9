package org.chunfeng.modelview;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.chunfeng.casefile.Bureau;
import org.chunfeng.casefile.Bureaus;
import org.chunfeng.engine.Actor;
import org.chunfeng.engine.Actors;
import org.chunfeng.engine.ProcessModels;
import org.chunfeng.engine.Refused;
import org.chunfeng.engine.Texts;
import org.chunfeng.modelview.ModelViews.Row;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The models with their numbers, for a county or for all, and the cases behind each number. */
@Controller
class ModelController {

    private static final MediaType XML = new MediaType("application", "xml", StandardCharsets.UTF_8);

    private static final List<String> ORDER = List.of("refund", "deregistration", "overpayment", "audit", "suspension");

    private final ProcessModels models;
    private final ModelViews views;
    private final ModelCases cases;
    private final Bureaus bureaus;
    private final Actors actors;
    private final Texts texts;

    ModelController(
            ProcessModels models, ModelViews views, ModelCases cases, Bureaus bureaus, Actors actors, Texts texts) {
        this.models = models;
        this.views = views;
        this.cases = cases;
        this.bureaus = bureaus;
        this.actors = actors;
        this.texts = texts;
    }

    @GetMapping("/reports/models")
    String first() {
        return "redirect:/reports/models/refund";
    }

    @GetMapping("/reports/models/{process}")
    String model(@PathVariable String process, @RequestParam(defaultValue = "") String bureau, Model page) {
        String of = visible(bureau);
        page.addAttribute("model", known(process));
        page.addAttribute("models", inOrder());
        page.addAttribute("bureau", of);
        page.addAttribute("bureaus", actors.current().prefecture() ? bureaus.all() : List.of());
        page.addAttribute("places", views.places(process, of));
        page.addAttribute("wholeCases", views.wholeCases(process, of));
        return "models/model";
    }

    @GetMapping("/reports/models/{process}.bpmn")
    ResponseEntity<byte[]> drawing(@PathVariable String process) {
        known(process);
        return ResponseEntity.ok().contentType(XML).body(models.drawing(process));
    }

    @GetMapping("/reports/models/{process}/cases")
    String cases(
            @PathVariable String process,
            @RequestParam String step,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "") String bureau,
            @RequestParam(defaultValue = "1") int page,
            Model view) {
        String of = visible(bureau);
        Row row = row(process, step, of);
        Standing standing = standing(state);
        long total = total(row, standing);
        int pages = (int) Math.max(1, (total + ModelCases.PAGE_SIZE - 1) / ModelCases.PAGE_SIZE);
        int shown = Math.min(Math.max(page, 1), pages);
        view.addAttribute("model", known(process));
        view.addAttribute("row", row);
        view.addAttribute("state", standing);
        view.addAttribute("bureau", of);
        view.addAttribute("bureauName", nameOf(of));
        view.addAttribute("total", total);
        view.addAttribute("page", shown);
        view.addAttribute("pages", pages);
        view.addAttribute("rows", cases.page(process, row, standing, of, shown));
        return "models/cases";
    }

    /** As a case passes them; what is only called, or runs by itself, comes last. */
    private List<ProcessModels.Model> inOrder() {
        return models.all().stream()
                .sorted(Comparator.comparingInt(
                        one -> ORDER.contains(one.process()) ? ORDER.indexOf(one.process()) : ORDER.size()))
                .toList();
    }

    private static long total(Row row, Standing standing) {
        Long counted =
                switch (standing) {
                    case OPEN -> Long.valueOf(row.open());
                    case AT_RISK -> row.atRisk();
                    case OVERDUE -> row.overdue();
                };
        return counted == null ? 0 : counted;
    }

    private Row row(String process, String step, String bureau) {
        known(process);
        return Stream.concat(views.places(process, bureau).stream(), views.wholeCases(process, bureau).stream())
                .filter(one -> one.step().equals(step))
                .findFirst()
                .orElseThrow(this::outOfReach);
    }

    private Standing standing(String code) {
        Standing standing = Standing.of(code);
        if (standing == null) {
            throw outOfReach();
        }
        return standing;
    }

    private ProcessModels.Model known(String process) {
        return models.find(process).orElseThrow(this::outOfReach);
    }

    private Refused outOfReach() {
        return Refused.of(404, texts.refusal("outOfReach"));
    }

    /** County people see their county, whatever the address says. */
    private String visible(String asked) {
        Actor actor = actors.current();
        return actor.prefecture() ? asked : actor.bureau();
    }

    private String nameOf(String bureau) {
        return bureaus.all().stream()
                .filter(one -> one.bureau().equals(bureau))
                .map(Bureau::name)
                .findFirst()
                .orElse("");
    }
}
