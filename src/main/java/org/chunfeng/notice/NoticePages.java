package org.chunfeng.notice;

import java.util.List;
import org.chunfeng.casefile.Bureaus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page of notices, and the sheet of one to print. */
@Controller
@RequestMapping("/notices")
class NoticePages {

    private static final String BACK = "redirect:/notices";

    private final NoticeDesk desk;
    private final NoticeRows rows;
    private final Bureaus bureaus;

    NoticePages(NoticeDesk desk, NoticeRows rows, Bureaus bureaus) {
        this.desk = desk;
        this.rows = rows;
        this.bureaus = bureaus;
    }

    @GetMapping
    String notices(Model model) {
        model.addAttribute("mine", rows.of(desk.mine()));
        model.addAttribute("unacknowledged", rows.of(desk.unacknowledgedOfBureau()));
        model.addAttribute("dead", rows.of(desk.dead()));
        return "notices";
    }

    @GetMapping("/{noticeId}")
    String sheet(@PathVariable long noticeId, Model model) {
        NoticeRecord notice = desk.get(noticeId);
        model.addAttribute("row", rows.of(List.of(notice)).get(0));
        model.addAttribute("bureau", bureaus.get(notice.bureau()).name());
        return "notice";
    }

    @PostMapping("/{noticeId}/acknowledgement")
    String acknowledge(@PathVariable long noticeId) {
        desk.acknowledge(noticeId);
        return BACK;
    }

    @PostMapping("/{noticeId}/retry")
    String retry(@PathVariable long noticeId) {
        desk.sendAgain(noticeId);
        return BACK;
    }

    @PostMapping("/{noticeId}/handout")
    String handOut(@PathVariable long noticeId) {
        desk.handOut(noticeId);
        return BACK + "/" + noticeId;
    }
}
