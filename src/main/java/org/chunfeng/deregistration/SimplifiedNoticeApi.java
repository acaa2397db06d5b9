package org.chunfeng.deregistration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.chunfeng.casefile.TaxpayerId;
import org.chunfeng.deregistration.SimplifiedNotices.SimplifiedNotice;
import org.chunfeng.engine.Actor;
import org.chunfeng.engine.Actors;
import org.chunfeng.engine.Checks;
import org.chunfeng.engine.Refused;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.Texts;
import org.chunfeng.notice.Notice;
import org.chunfeng.notice.Notices;
import org.chunfeng.notice.Recipient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes the registrar's 简易注销公告 in, and the hall's word that the taxpayer was told (DR-6). */
@RestController
@RequestMapping("/api/deregistrations/simplified-notices")
public class SimplifiedNoticeApi {

    /** What became of a notice: whether it was new. */
    public record Received(String announcementNo, boolean receivedBefore) {}

    private final SimplifiedNotices simplified;
    private final DeregistrationReach reach;
    private final Notices notices;
    private final Checks checks;
    private final Actors actors;
    private final Texts texts;
    private final Clock clock;

    SimplifiedNoticeApi(
            SimplifiedNotices simplified,
            DeregistrationReach reach,
            Notices notices,
            Checks checks,
            Actors actors,
            Texts texts,
            Clock clock) {
        this.simplified = simplified;
        this.reach = reach;
        this.notices = notices;
        this.checks = checks;
        this.actors = actors;
        this.texts = texts;
        this.clock = clock;
    }

    /** The same announcement, pushed again, changes nothing; its county is that of the account that pushes. */
    @PostMapping
    @Transactional
    public Received push(@RequestBody Map<String, Object> sent) {
        reach.only("hallIntake");
        Actor actor = actors.current();
        Submission notice = checked(DeskSteps.NOTICE, sent);
        String number = notice.text("announcementNo");
        boolean isNew = simplified.push(
                number,
                actor.bureau(),
                new SimplifiedNotices.Pushed(
                        TaxpayerId.of(notice.text("taxpayerId")).value(),
                        notice.text("taxpayerName"),
                        notice.date("announcedOn").orElseThrow(),
                        notice.text("openItemsFound")));
        if (isNew) {
            remind(notice, actor.bureau());
        }
        return new Received(number, !isNew);
    }

    @PostMapping("/{announcementNo}/told")
    @Transactional
    public void told(@PathVariable String announcementNo, @RequestBody Map<String, Object> sent) {
        reach.only("hallIntake");
        Actor actor = actors.current();
        SimplifiedNotice known = simplified
                .find(announcementNo)
                .filter(notice -> actor.reaches(notice.bureau()))
                .orElseThrow(() -> Refused.of(404, texts.refusal("noSuchAnnouncement", "", announcementNo)));
        Submission telling = checked(DeskSteps.TOLD, sent);
        simplified.told(known.announcementNo(), actor.userId(), telling.text("toldHow"));
    }

    private void remind(Submission notice, String bureau) {
        String items = notice.has("openItemsFound") ? notice.text("openItemsFound") : texts.refusal("noOpenItems", "");
        String saying =
                texts.refusal("tellOpenItems", "", notice.text("taxpayerName"), notice.text("announcementNo"), items);
        notices.tell(Notice.announcement(
                Recipient.group("hallIntake", bureau), "simplified-" + notice.text("announcementNo"), saying));
    }

    private Submission checked(String step, Map<String, Object> sent) {
        var submission = new Submission(step, null, actors.current(), LocalDate.now(clock), sent);
        checks.insist(DeregistrationProcess.KEY, submission);
        return submission;
    }
}
