package org.chunfeng.audit;

import java.time.Instant;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.deadline.Breaches;
import org.chunfeng.deadline.DeadlineClock;
import org.chunfeng.deadline.Deadlines;
import org.chunfeng.deadline.LadderClock;
import org.chunfeng.deadline.Point;
import org.chunfeng.engine.Texts;
import org.chunfeng.notice.Notice;
import org.chunfeng.notice.NoticeKind;
import org.chunfeng.notice.Notices;
import org.chunfeng.notice.Recipient;
import org.springframework.stereotype.Component;

/** Does what a rung says, in the transaction that has just taken it. */
@Component
class RungActs {

    private final Deadlines deadlines;
    private final Breaches breaches;
    private final Accountability accountability;
    private final Recipients recipients;
    private final Notices notices;
    private final CaseFiles cases;
    private final Delivery delivery;
    private final Texts texts;

    RungActs(
            Deadlines deadlines,
            Breaches breaches,
            Accountability accountability,
            Recipients recipients,
            Notices notices,
            CaseFiles cases,
            Delivery delivery,
            Texts texts) {
        this.deadlines = deadlines;
        this.breaches = breaches;
        this.accountability = accountability;
        this.recipients = recipients;
        this.notices = notices;
        this.cases = cases;
        this.delivery = delivery;
        this.texts = texts;
    }

    boolean isLate(Instant plannedAt) {
        return delivery.isLate(plannedAt);
    }

    void act(LadderClock held, Rung rung, boolean late) {
        DeadlineClock clock = held.clock();
        switch (rung.action()) {
            case RECORD_BREACH -> deadlines.recordBreach(clock);
            case OPEN_AUDIT -> breaches.ofClock(clock.id()).ifPresent(accountability::open);
            case NOTICE -> tell(clock, rung, late);
        }
    }

    private void tell(DeadlineClock clock, Rung rung, boolean late) {
        CaseFile file = cases.get(clock.caseNumber());
        NoticeKind kind = rung.isBeforeDue() ? NoticeKind.WARNING : NoticeKind.ESCALATION;
        if (rung.place().point() == Point.WARNING) {
            deadlines.warned(clock.id());
        }
        // the same person is told once of the same moment, in whatever role
        String occasion = "clock-%d-%s%d"
                .formatted(clock.id(), rung.place().point(), rung.place().amount());
        for (Recipient recipient : recipients.of(rung.role(), file, clock)) {
            Notice notice = Notice.about(file, kind, clock.step(), recipient)
                    .occasion(occasion)
                    .notBefore(delivery.notBefore(late))
                    .saying(saying(rung, clock, late));
            notices.tell(clock.dueAt() == null ? notice : notice.due(clock.dueAt()));
        }
    }

    private String saying(Rung rung, DeadlineClock clock, boolean late) {
        String audit = accountability.auditOf(clock.id());
        String said = texts.code("rung", rung.id()) + (audit.isEmpty() ? "" : texts.code("rung", "audit") + audit);
        return late ? said + texts.code("rung", "late") : said;
    }
}
