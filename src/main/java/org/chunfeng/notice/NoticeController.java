package org.chunfeng.notice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Notices for programs: one's own, or those of a case. */
@RestController
@RequestMapping("/api/notices")
class NoticeController {

    private final NoticeDesk desk;

    NoticeController(NoticeDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    List<NoticeRecord> notices(@RequestParam @Nullable String caseNumber) {
        return caseNumber == null ? desk.mine() : desk.of(caseNumber);
    }

    @GetMapping("/failed")
    List<NoticeRecord> failed() {
        return desk.dead();
    }

    @GetMapping("/unacknowledged")
    List<NoticeRecord> unacknowledged() {
        return desk.unacknowledgedOfBureau();
    }

    @PostMapping("/{noticeId}/acknowledgement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void acknowledge(@PathVariable long noticeId) {
        desk.acknowledge(noticeId);
    }

    @PostMapping("/{noticeId}/retry")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retry(@PathVariable long noticeId) {
        desk.sendAgain(noticeId);
    }

    @PostMapping("/{noticeId}/handout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void handOut(@PathVariable long noticeId) {
        desk.handOut(noticeId);
    }
}
