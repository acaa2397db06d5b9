package org.chunfeng.casepage;

import org.chunfeng.engine.Actors;
import org.chunfeng.engine.WorkLists;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where people land: what waits for them, and the ways to a case. */
@Controller
class HomeController {

    private final WorkLists workLists;
    private final CaseListing cases;
    private final Actors actors;

    HomeController(WorkLists workLists, CaseListing cases, Actors actors) {
        this.workLists = workLists;
        this.cases = cases;
        this.actors = actors;
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("workLists", workLists.mine());
        model.addAttribute("mayStart", actors.current().isIn("hallIntake"));
        model.addAttribute("newest", cases.newest());
        return "home";
    }
}
