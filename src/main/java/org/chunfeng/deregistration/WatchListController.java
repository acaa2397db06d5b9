package org.chunfeng.deregistration;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.chunfeng.casefile.Bureaus;
import org.chunfeng.engine.Actor;
import org.chunfeng.engine.Actors;
import org.chunfeng.engine.Refused;
import org.chunfeng.engine.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of 征管科: watch list with referral, monthly list; and the hall's list of 简易注销公告. */
@Controller
class WatchListController {

    private final Watch watch;
    private final Referrals referrals;
    private final MonthlyList monthly;
    private final MonthlyCsv csv;
    private final SimplifiedNotices simplified;
    private final SimplifiedNoticeApi simplifiedApi;
    private final DeregistrationReach reach;
    private final Bureaus bureaus;
    private final Actors actors;
    private final Texts texts;
    private final Clock clock;

    WatchListController(
            Watch watch,
            Referrals referrals,
            MonthlyList monthly,
            MonthlyCsv csv,
            SimplifiedNotices simplified,
            SimplifiedNoticeApi simplifiedApi,
            DeregistrationReach reach,
            Bureaus bureaus,
            Actors actors,
            Texts texts,
            Clock clock) {
        this.watch = watch;
        this.referrals = referrals;
        this.monthly = monthly;
        this.csv = csv;
        this.simplified = simplified;
        this.simplifiedApi = simplifiedApi;
        this.reach = reach;
        this.bureaus = bureaus;
        this.actors = actors;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/watchlist")
    String watchList(
            @RequestParam(defaultValue = "ALL") WatchList.Only only,
            @RequestParam(defaultValue = "") String bureau,
            Model model) {
        reach.only("levyAdmin", "audit");
        model.addAttribute("only", only);
        model.addAttribute("onlys", WatchList.Only.values());
        model.addAttribute("bureau", bureau);
        model.addAttribute("bureaus", bureaus.all());
        model.addAttribute("lines", watch.lines(only, emptyIsNull(bureau)));
        model.addAttribute("mayRefer", actors.current().isIn("levyAdmin"));
        return "deregistration/watchlist";
    }

    @PostMapping("/watchlist/{caseNumber}/referral")
    String refer(@PathVariable String caseNumber, @RequestParam(defaultValue = "") String referralOpinion) {
        reach.only("levyAdmin");
        reach.reach(caseNumber);
        if (referralOpinion.isBlank()) {
            throw Refused.of(400, texts.refusal("required", texts.label("referralOpinion")));
        }
        referrals.refer(caseNumber, referralOpinion.strip());
        return "redirect:/watchlist";
    }

    @GetMapping("/watchlist/monthly")
    String monthly(
            @RequestParam(required = false) @Nullable YearMonth month,
            @RequestParam(defaultValue = "") String bureau,
            Model model) {
        reach.only("levyAdmin", "audit");
        YearMonth shown = month == null ? YearMonth.now(clock) : month;
        model.addAttribute("month", shown);
        model.addAttribute("bureau", bureau);
        model.addAttribute("bureaus", bureaus.all());
        model.addAttribute("rows", monthly.of(shown, emptyIsNull(bureau)));
        return "deregistration/monthly";
    }

    @GetMapping("/watchlist/monthly.csv")
    ResponseEntity<byte[]> monthlyCsv(
            @RequestParam(required = false) @Nullable YearMonth month, @RequestParam(defaultValue = "") String bureau) {
        reach.only("levyAdmin", "audit");
        YearMonth shown = month == null ? YearMonth.now(clock) : month;
        byte[] content = csv.of(monthly.of(shown, emptyIsNull(bureau))).getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"deregistrations-%s.csv\"".formatted(shown))
                .body(content);
    }

    @GetMapping("/simplified-notices")
    String simplifiedNotices(Model model) {
        reach.only("hallIntake", "levyAdmin");
        Actor actor = actors.current();
        List<SimplifiedNotices.SimplifiedNotice> untold = simplified.untold(actor.prefecture() ? null : actor.bureau());
        model.addAttribute("untold", untold);
        model.addAttribute("now", clock.instant());
        model.addAttribute("mayTell", actor.isIn("hallIntake"));
        return "deregistration/simplified";
    }

    @PostMapping("/simplified-notices/{announcementNo}/told")
    String told(@PathVariable String announcementNo, @RequestParam(defaultValue = "") String toldHow) {
        simplifiedApi.told(announcementNo, Map.of("toldHow", toldHow));
        return "redirect:/simplified-notices";
    }

    private static @Nullable String emptyIsNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
