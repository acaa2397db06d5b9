package org.chunfeng.notice;

import java.util.List;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.engine.Actor;
import org.chunfeng.engine.Actors;
import org.chunfeng.engine.Refused;
import org.chunfeng.engine.Texts;
import org.springframework.stereotype.Component;

/** What the signed-in person may see and do about notices. */
@Component
class NoticeDesk {

    private final NoticeList list;
    private final Notices notices;
    private final Acknowledgements acknowledgements;
    private final Outbox outbox;
    private final CaseFiles cases;
    private final Actors actors;
    private final Texts texts;

    NoticeDesk(
            NoticeList list,
            Notices notices,
            Acknowledgements acknowledgements,
            Outbox outbox,
            CaseFiles cases,
            Actors actors,
            Texts texts) {
        this.list = list;
        this.notices = notices;
        this.acknowledgements = acknowledgements;
        this.outbox = outbox;
        this.cases = cases;
        this.actors = actors;
        this.texts = texts;
    }

    List<NoticeRecord> mine() {
        return list.of(actors.current());
    }

    /** Hand-overs of the bureau that nobody acknowledged, for those who answer for the bureau; none for others. */
    List<NoticeRecord> unacknowledgedOfBureau() {
        Actor actor = actors.current();
        boolean answersForBureau = actor.isIn("leaderOnDuty") || actor.isIn("levyAdmin") || actor.isIn("audit");
        return answersForBureau ? list.unacknowledged(actor) : List.of();
    }

    /** Mails that were given up, for those who may send them again; none for others. */
    List<NoticeRecord> dead() {
        Actor actor = actors.current();
        return maySendAgain(actor) ? list.dead(actor) : List.of();
    }

    List<NoticeRecord> of(String caseNumber) {
        Actor actor = actors.current();
        return cases.find(caseNumber)
                .filter(file -> actor.reaches(file.bureau()))
                .map(file -> notices.of(caseNumber))
                .orElseThrow(() -> Refused.of(404, texts.refusal("noSuchCaseOfNotices")));
    }

    NoticeRecord get(long noticeId) {
        return list.get(noticeId, actors.current());
    }

    void acknowledge(long noticeId) {
        acknowledgements.acknowledge(noticeId, actors.current());
    }

    void sendAgain(long noticeId) {
        Actor actor = actors.current();
        NoticeRecord notice = list.get(noticeId, actor);
        if (!maySendAgain(actor)) {
            throw Refused.of(403, texts.refusal("sendAgainNotAllowed"));
        }
        outbox.revive(notice.noticeId());
    }

    /** Paper is handed out by the bureau of the case; the prefecture only looks on. */
    void handOut(long noticeId) {
        Actor actor = actors.current();
        NoticeRecord notice = list.get(noticeId, actor);
        if (!actor.bureau().equals(notice.bureau())) {
            throw Refused.of(403, texts.refusal("noticeOfOthers"));
        }
        outbox.handedOut(notice.noticeId(), actor.userId());
    }

    private static boolean maySendAgain(Actor actor) {
        return actor.isIn("levyAdmin") || actor.isIn("camunda-admin");
    }
}
