package org.chunfeng.notice;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.engine.Actors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes what is to be told, in the caller's transaction, so that nothing is told of work that was rolled back. Mails leave
 * later, see {@link MailRun}; nothing here waits for a mail server.
 */
@Component
public class Notices {

    private static final String WRITE = """
            insert into notice (kind, case_number, bureau, step, recipient_kind, recipient, recipient_bureau, channel, subject,
                body, due_at, dedupe_key, from_actor, created_at, deliver_after, next_attempt_at, state)
            values (:kind, nullif(:caseNumber, ''), :bureau, :step, :recipientKind, :recipient, :recipientBureau, :channel,
                :subject, :body, :dueAt, :dedupeKey, :fromActor, :createdAt, :deliverAfter, :deliverAfter, 'PENDING')
            on conflict (dedupe_key) do nothing
            """;

    private final JdbcClient jdbc;
    private final NoticeTexts texts;
    private final Addressees addressees;
    private final CaseFiles cases;
    private final Actors actors;
    private final Clock clock;

    Notices(JdbcClient jdbc, NoticeTexts texts, Addressees addressees, CaseFiles cases, Actors actors, Clock clock) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.addressees = addressees;
        this.cases = cases;
        this.actors = actors;
        this.clock = clock;
    }

    /** Tells it once, with a file; answers whether it had not been told before. */
    public boolean tell(Notice asked, NoticeFile file) {
        Notice notice = asked.to(addressees.settled(asked.recipient()));
        if (!tell(notice)) {
            return false;
        }
        jdbc.sql("insert into notice_file (notice_id, name, type, content)"
                        + " select notice_id, ?, ?, ? from notice where dedupe_key = ?")
                .params(file.name(), file.type(), file.content(), notice.dedupeKey())
                .update();
        return true;
    }

    /** Tells it once; answers whether it had not been told before. */
    public boolean tell(Notice asked) {
        Notice notice = asked.to(addressees.settled(asked.recipient()));
        Instant now = clock.instant();
        Instant deliverAfter = notice.deliverAfter() == null ? now : notice.deliverAfter();
        int rows = jdbc.sql(WRITE)
                .param("kind", notice.kind().name())
                .param("caseNumber", notice.caseNumber())
                .param("bureau", notice.bureau())
                .param("step", notice.step())
                .param("recipientKind", notice.recipient().kind().name())
                .param("recipient", notice.recipient().id())
                .param("recipientBureau", notice.recipient().bureau())
                .param("channel", notice.channel().name())
                .param("subject", texts.subject(notice))
                .param("body", texts.body(notice))
                .param("dueAt", timestamp(notice.dueAt()))
                .param("dedupeKey", notice.dedupeKey())
                .param("fromActor", actors.current().userId())
                .param("createdAt", Timestamp.from(now))
                .param("deliverAfter", Timestamp.from(deliverAfter))
                .update();
        return rows == 1;
    }

    /**
     * Hands a case over to the group that takes the next step, at once (plan measure 32, RF-7).
     *
     * @param occasion tells this hand-over from an earlier one to the same step, e.g. the activity instance
     */
    public void handOver(CaseFile caseFile, String step, String toGroup, String occasion) {
        Recipient recipient = Recipient.group(toGroup, caseFile.bureau());
        tell(Notice.about(caseFile, NoticeKind.HAND_OVER, step, recipient).occasion(occasion));
    }

    /** Keeps what the taxpayer is told, to be printed and handed out; the occasion as in {@link Notice}. */
    public void taxpayerNotice(CaseFile caseFile, NoticeKind kind, String occasion, String saying) {
        Recipient taxpayer = Recipient.taxpayer(caseFile.bureau());
        tell(Notice.about(caseFile, kind, "", taxpayer).occasion(occasion).saying(saying));
    }

    /** What was told about a case, oldest first. */
    public List<NoticeRecord> of(String caseNumber) {
        return jdbc.sql("select * from notice where case_number = ? order by notice_id")
                .param(caseNumber)
                .query(NoticeRecord::map)
                .list();
    }

    /**
     * Hand-overs of open cases that were mailable before this moment, and nobody acknowledged, and nobody was reminded of; a
     * person who did the step since has taken note of what was handed to him. The caller decides by the calendar which of them have waited for two working hours.
     */
    public List<NoticeRecord> unacknowledged(Instant before) {
        return jdbc.sql("""
                        select n.* from notice n join case_file c using (case_number)
                        where n.kind = 'HAND_OVER' and n.acknowledged_at is null and n.reminded_at is null
                            and n.created_at < ? and n.deliver_after < ? and c.status <> 'CLOSED'
                            and not exists (select from case_event e where n.recipient_kind = 'ACCOUNT'
                                and e.case_number = n.case_number and e.step = n.step and e.actor = n.recipient
                                and e.at >= n.created_at)
                        order by n.notice_id
                        """)
                .params(Timestamp.from(before), Timestamp.from(before))
                .query(NoticeRecord::map)
                .list();
    }

    /** Reminds the recipient of a hand-over, once and at once; the reminder stays visible to the leaders. */
    public void remind(NoticeRecord handOver) {
        remind(handOver, clock.instant());
    }

    /** The same, with a mail that does not leave before that moment. */
    @Transactional
    public void remind(NoticeRecord handOver, Instant notBefore) {
        int rows = jdbc.sql("update notice set reminded_at = ? where notice_id = ? and reminded_at is null")
                .params(Timestamp.from(clock.instant()), handOver.noticeId())
                .update();
        if (rows == 1) {
            tell(Notice.about(
                            cases.get(handOver.caseNumber()),
                            NoticeKind.REMINDER,
                            handOver.step(),
                            handOver.recipient())
                    .occasion(String.valueOf(handOver.noticeId()))
                    .notBefore(notBefore));
        }
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
