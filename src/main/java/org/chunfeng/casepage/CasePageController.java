package org.chunfeng.casepage;

import java.util.EnumSet;
import java.util.Set;
import org.chunfeng.casefile.Bureaus;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.casefile.CaseKind;
import org.chunfeng.casefile.CaseStatus;
import org.chunfeng.deadline.SuspensionReason;
import org.chunfeng.engine.Actor;
import org.chunfeng.engine.Actors;
import org.chunfeng.notice.NoticeRows;
import org.chunfeng.notice.Notices;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of cases, one case, and its receipt on paper. */
@Controller
class CasePageController {

    private final CaseAccess access;
    private final CasePanels panels;
    private final CaseListing listing;
    private final HandsOn hands;
    private final Notices notices;
    private final NoticeRows noticeRows;
    private final Bureaus bureaus;
    private final Actors actors;

    CasePageController(
            CaseAccess access,
            CasePanels panels,
            CaseListing listing,
            HandsOn hands,
            Notices notices,
            NoticeRows noticeRows,
            Bureaus bureaus,
            Actors actors) {
        this.access = access;
        this.panels = panels;
        this.listing = listing;
        this.hands = hands;
        this.notices = notices;
        this.noticeRows = noticeRows;
        this.bureaus = bureaus;
        this.actors = actors;
    }

    /** What this person may ask for on a case page; the process decides again. */
    record Ways(boolean receipt, boolean withdraw, boolean expedite, boolean suspend) {

        /** What taxpayers apply for; nobody applied for the others. */
        private static final Set<CaseKind> RECEIVED = EnumSet.of(CaseKind.REFUND, CaseKind.DEREGISTRATION);

        private static final Set<CaseKind> WITHDRAWN =
                EnumSet.of(CaseKind.REFUND, CaseKind.DEREGISTRATION, CaseKind.OPS_TICKET);

        private static final Set<CaseKind> SUSPENDED = EnumSet.of(CaseKind.REFUND, CaseKind.DEREGISTRATION);

        public boolean any() {
            return withdraw || expedite || suspend;
        }

        static Ways of(CaseFile file, Actor actor) {
            boolean open = file.kind() == CaseKind.REFUND && !file.isClosed();
            boolean withdrawable = WITHDRAWN.contains(file.kind()) && !file.isClosed();
            boolean hall = actor.isIn("hallIntake") || actor.isIn("leaderOnDuty");
            boolean works = actor.isIn("hallIntake") || actor.isIn("taxSource") || actor.isIn("revenueAccounting");
            boolean handles = hall || works;
            boolean ofTheCounty = actor.bureau().equals(file.bureau());
            return new Ways(
                    RECEIVED.contains(file.kind()),
                    withdrawable && hall && file.status() != CaseStatus.SENT,
                    open && handles && !file.expedited(),
                    SUSPENDED.contains(file.kind()) && !file.isClosed() && works && ofTheCounty);
        }
    }

    @GetMapping("/cases")
    String list(CaseFilter filter, Model model) {
        model.addAttribute("filter", filter);
        model.addAttribute("found", listing.find(filter));
        model.addAttribute("bureaus", actors.current().prefecture() ? bureaus.all() : java.util.List.of());
        model.addAttribute("kinds", CaseKind.values());
        model.addAttribute("statuses", CaseStatus.values());
        return "cases";
    }

    @GetMapping("/cases/{caseNumber}")
    String one(@PathVariable String caseNumber, Model model) {
        CaseFile file = access.reach(caseNumber);
        model.addAttribute("panel", panels.of(file, "casePage"));
        model.addAttribute("notices", noticeRows.told(notices.of(caseNumber)));
        model.addAttribute("hands", hands.of(file));
        model.addAttribute("ways", Ways.of(file, actors.current()));
        model.addAttribute("suspensionReasons", SuspensionReason.values());
        model.addAttribute("papers", panels.papers(file));
        return "case";
    }

    @PostMapping("/cases/{caseNumber}/tasks/{taskId}/release")
    String release(
            @PathVariable String caseNumber,
            @PathVariable String taskId,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String reason) {
        hands.release(access.reach(caseNumber), taskId, new HandsOn.Decision(from, to, reason));
        return "redirect:/cases/" + caseNumber;
    }

    @GetMapping("/cases/{caseNumber}/receipt")
    String receipt(@PathVariable String caseNumber, Model model) {
        CaseFile file = access.reach(caseNumber);
        if (file.acceptedAt() == null) {
            throw access.outOfReach();
        }
        model.addAttribute("panel", panels.of(file, "receipt"));
        return "receipt";
    }
}
