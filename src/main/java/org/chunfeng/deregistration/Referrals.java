package org.chunfeng.deregistration;

import java.sql.Timestamp;
import java.time.Clock;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.engine.Actors;
import org.chunfeng.engine.Refused;
import org.chunfeng.engine.Texts;
import org.chunfeng.notice.Notice;
import org.chunfeng.notice.NoticeKind;
import org.chunfeng.notice.Notices;
import org.chunfeng.notice.Recipient;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 征管科 refers a deregistration to audit (提请, plan measures 33 to 35): by hand, never by itself. */
@Component
class Referrals {

    private final Watch watch;
    private final CaseFiles cases;
    private final CaseEvents events;
    private final Notices notices;
    private final JdbcClient jdbc;
    private final Actors actors;
    private final Texts texts;
    private final Clock clock;

    Referrals(
            Watch watch,
            CaseFiles cases,
            CaseEvents events,
            Notices notices,
            JdbcClient jdbc,
            Actors actors,
            Texts texts,
            Clock clock) {
        this.watch = watch;
        this.cases = cases;
        this.events = events;
        this.notices = notices;
        this.jdbc = jdbc;
        this.actors = actors;
        this.texts = texts;
        this.clock = clock;
    }

    /** Refers a case once; one whose breach has an audit case already is referred by the task of that case. */
    @Transactional
    void refer(String caseNumber, String opinion) {
        WatchLine line = watch.line(caseNumber)
                .filter(known -> !known.causes().isEmpty())
                .orElseThrow(() -> Refused.of(404, texts.refusal("notOnTheWatchList", "", caseNumber)));
        if (line.row().auditCase() != null) {
            throw Refused.of(
                    409, texts.refusal("auditExists", "", caseNumber, line.row().auditCase()));
        }
        String by = actors.current().userId();
        int rows = jdbc.sql("insert into deregistration_referral values (?, ?, ?, ?, ?) on conflict do nothing")
                .params(caseNumber, String.join(",", line.causes()), opinion, by, Timestamp.from(clock.instant()))
                .update();
        if (rows == 0) {
            throw Refused.of(409, texts.refusal("alreadyReferred", "", caseNumber));
        }
        events.record(caseNumber, by, "watchList", "WATCH_REFERRED", opinion);
        CaseFile file = cases.get(caseNumber);
        notices.tell(Notice.about(file, NoticeKind.REFERRAL, "watchList", Recipient.group("audit", file.bureau()))
                .saying(opinion));
    }
}
