package org.chunfeng.report;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** The pages of the reports: the overview, the breaches, and the list behind every figure. */
@Controller
class ReportController {

    private final Overviews overviews;
    private final BreachReport breaches;
    private final CaseLists lists;
    private final Scopes scopes;
    private final Choices choices;
    private final Labels labels;
    private final JsonMapper json;

    ReportController(
            Overviews overviews,
            BreachReport breaches,
            CaseLists lists,
            Scopes scopes,
            Choices choices,
            Labels labels,
            JsonMapper json) {
        this.overviews = overviews;
        this.breaches = breaches;
        this.lists = lists;
        this.scopes = scopes;
        this.choices = choices;
        this.labels = labels;
        this.json = json;
    }

    @GetMapping("/reports")
    String overview(Scopes.Asked asked, Model model) {
        Scope scope = scopes.of(asked);
        filters(scope, "/reports", model);
        Overview overview = overviews.of(scope);
        model.addAttribute("overview", overview);
        model.addAttribute("charts", json.writeValueAsString(Charts.of(overview)));
        return "report/overview";
    }

    @GetMapping("/reports/breaches")
    String breaches(Scopes.Asked asked, BreachReport.Options more, Model model) {
        Scope scope = scopes.of(asked);
        filters(scope, "/reports/breaches", model);
        model.addAttribute("found", breaches.page(scope, more));
        model.addAttribute("links", new BreachLinks(scope, more.causeOrAll(), more.order()));
        return "report/breaches";
    }

    @GetMapping("/reports/cases")
    String cases(
            Scopes.Asked asked,
            @RequestParam @Nullable String figure,
            @RequestParam @Nullable String value,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Scope scope = scopes.of(asked);
        Items.Question question = lists.question(scope, figure, value);
        model.addAttribute("scope", scope);
        model.addAttribute("view", described(scope));
        model.addAttribute("figure", question.figure().code());
        model.addAttribute("value", question.value());
        model.addAttribute("found", lists.page(question, page));
        model.addAttribute("links", new CaseLinks(scope, question.figure().code(), question.value()));
        return "report/cases";
    }

    private void filters(Scope scope, String path, Model model) {
        model.addAttribute("scope", scope);
        model.addAttribute("path", path);
        model.addAttribute("view", described(scope));
        model.addAttribute("bureaus", choices.bureaus());
        model.addAttribute("kinds", choices.kinds());
        model.addAttribute("matters", choices.matters());
        model.addAttribute("steps", choices.steps());
        model.addAttribute("people", choices.people(scope));
        model.addAttribute("spans", choices.spans(scope));
    }

    /** What the view is of, in words, for the list's head and for paper. */
    private String described(Scope scope) {
        var words = new StringBuilder(scope.from() + " — " + scope.to());
        append(words, scope.bureau().isEmpty() ? "" : labels.bureauNames().getOrDefault(scope.bureau(), ""));
        append(words, scope.kind().isEmpty() ? "" : labels.code("kind", scope.kind()));
        append(words, scope.matter().isEmpty() ? "" : labels.code("matter", scope.matter()));
        append(words, scope.step().isEmpty() ? "" : labels.step(scope.step()));
        append(words, labels.person(scope.person()));
        return words.toString();
    }

    private static void append(StringBuilder words, String word) {
        if (!word.isEmpty()) {
            words.append(" · ").append(word);
        }
    }
}
