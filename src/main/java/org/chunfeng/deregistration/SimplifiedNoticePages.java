package org.chunfeng.deregistration;

import java.time.Clock;
import java.util.Map;
import org.chunfeng.engine.Actor;
import org.chunfeng.engine.Actors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The hall's list of 简易注销公告 of which the taxpayer has to be told (DR-6). */
@Controller
@RequestMapping("/simplified-notices")
class SimplifiedNoticePages {

    private final SimplifiedNotices simplified;
    private final SimplifiedNoticeApi api;
    private final DeregistrationReach reach;
    private final Actors actors;
    private final Clock clock;

    SimplifiedNoticePages(
            SimplifiedNotices simplified,
            SimplifiedNoticeApi api,
            DeregistrationReach reach,
            Actors actors,
            Clock clock) {
        this.simplified = simplified;
        this.api = api;
        this.reach = reach;
        this.actors = actors;
        this.clock = clock;
    }

    @GetMapping
    String untold(Model model) {
        reach.only("hallIntake", "levyAdmin");
        Actor actor = actors.current();
        model.addAttribute("untold", simplified.untold(actor.prefecture() ? null : actor.bureau()));
        model.addAttribute("now", clock.instant());
        model.addAttribute("mayTell", actor.isIn("hallIntake"));
        return "deregistration/simplified";
    }

    @PostMapping("/{announcementNo}/told")
    String told(@PathVariable String announcementNo, @RequestParam(defaultValue = "") String toldHow) {
        api.told(announcementNo, Map.of("toldHow", toldHow));
        return "redirect:/simplified-notices";
    }
}
