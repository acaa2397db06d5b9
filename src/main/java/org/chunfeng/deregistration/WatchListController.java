package org.chunfeng.deregistration;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.chunfeng.casefile.Bureaus;
import org.chunfeng.engine.Actor;
import org.chunfeng.engine.Actors;
import org.chunfeng.engine.Checks;
import org.chunfeng.engine.Submission;
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

/** The pages of 征管科: watch list with referral, and monthly list. */
@Controller
class WatchListController {

    private final Watch watch;
    private final Referrals referrals;
    private final MonthlyList monthly;
    private final MonthlyCsv csv;
    private final DeregistrationReach reach;
    private final Bureaus bureaus;
    private final Actors actors;
    private final Checks checks;
    private final Clock clock;

    WatchListController(
            Watch watch,
            Referrals referrals,
            MonthlyList monthly,
            MonthlyCsv csv,
            DeregistrationReach reach,
            Bureaus bureaus,
            Actors actors,
            Checks checks,
            Clock clock) {
        this.watch = watch;
        this.referrals = referrals;
        this.monthly = monthly;
        this.csv = csv;
        this.reach = reach;
        this.bureaus = bureaus;
        this.actors = actors;
        this.checks = checks;
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
        offerBureaus(bureau, model);
        model.addAttribute("lines", watch.lines(only, shown(bureau)));
        model.addAttribute("mayRefer", actors.current().isIn("levyAdmin"));
        return "deregistration/watchlist";
    }

    @PostMapping("/watchlist/{caseNumber}/referral")
    String refer(@PathVariable String caseNumber, @RequestParam(defaultValue = "") String referralOpinion) {
        reach.only("levyAdmin");
        reach.reach(caseNumber);
        Map<String, Object> sent = Map.of("referralOpinion", referralOpinion);
        checks.insist(
                DeregistrationProcess.KEY,
                new Submission(DeskSteps.REFERRAL, caseNumber, actors.current(), LocalDate.now(clock), sent));
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
        offerBureaus(bureau, model);
        model.addAttribute("rows", monthly.of(shown, shown(bureau)));
        return "deregistration/monthly";
    }

    @GetMapping("/watchlist/monthly.csv")
    ResponseEntity<byte[]> monthlyCsv(
            @RequestParam(required = false) @Nullable YearMonth month, @RequestParam(defaultValue = "") String bureau) {
        reach.only("levyAdmin", "audit");
        YearMonth shown = month == null ? YearMonth.now(clock) : month;
        byte[] content = csv.of(monthly.of(shown, shown(bureau))).getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"deregistrations-%s.csv\"".formatted(shown))
                .body(content);
    }

    private void offerBureaus(String bureau, Model model) {
        Actor actor = actors.current();
        model.addAttribute("bureau", bureau);
        model.addAttribute(
                "bureaus",
                bureaus.all().stream()
                        .filter(one -> actor.reaches(one.bureau()))
                        .toList());
    }

    /** All bureaus for the prefecture when it names none; for a county always its own. */
    private @Nullable String shown(String bureau) {
        Actor actor = actors.current();
        if (!actor.prefecture()) {
            return actor.bureau();
        }
        return bureau.isEmpty() ? null : bureau;
    }
}
