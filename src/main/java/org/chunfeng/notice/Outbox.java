package org.chunfeng.notice;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mails that wait, and what becomes of them. */
@Component
class Outbox {

    private static final int RECIPIENTS_AT_ONCE = 50;
    private static final int MOST_IN_A_DIGEST = 200;
    private static final int LOCKS_OF_NOTICES = 0x4e4f5449;
    private static final String WAITING = "state = 'PENDING' and channel = 'MAIL' and next_attempt_at <= :now";

    private static final String MAY_WAIT_TOGETHER = "letter is null and kind in (%s)"
            .formatted(Stream.of(NoticeKind.values())
                    .filter(NoticeKind::digested)
                    .map("'%s'"::formatted)
                    .collect(Collectors.joining(", ")));

    private final JdbcClient jdbc;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Notices that go as one mail, in order.
     *
     * @param letter the first notice of a mail whose composition is settled
     */
    record Mail(List<NoticeRecord> notices, @Nullable Long letter) {

        static final Mail NOTHING = new Mail(List.of(), null);

        /** Whether more of the same may still join; one that is sent again after a crash must be the same mail. */
        boolean isOpen() {
            return letter == null && notices.get(0).kind().digested();
        }
    }

    /** Who has mail waiting, longest waiting first. */
    List<Recipient> recipients() {
        return jdbc.sql("select recipient_kind, recipient, recipient_bureau from notice where " + WAITING
                        + " group by recipient_kind, recipient, recipient_bureau order by min(notice_id) limit "
                        + RECIPIENTS_AT_ONCE)
                .param("now", now())
                .query((row, number) -> NoticeRecord.recipient(row))
                .list();
    }

    /**
     * Takes a recipient's mail for this transaction, unless another node has it. No row is locked, because a claim
     * acknowledges its notice and may not wait for a mail server.
     */
    boolean hold(Recipient recipient) {
        return jdbc.sql("select pg_try_advisory_xact_lock(?, hashtext(?))")
                .params(LOCKS_OF_NOTICES, recipient.key())
                .query(Boolean.class)
                .single();
    }

    /** What the recipient is mailed next. */
    Mail nextMail(Recipient recipient) {
        List<Mail> first = waiting(recipient, "true", 1)
                .query((row, number) ->
                        new Mail(List.of(NoticeRecord.map(row, number)), row.getObject("letter", Long.class)))
                .list();
        if (first.isEmpty()) {
            return Mail.NOTHING;
        }
        Mail mail = first.get(0);
        if (mail.letter() != null) {
            return new Mail(notices(waiting(recipient, "letter = " + mail.letter(), MOST_IN_A_DIGEST)), mail.letter());
        }
        return mail.isOpen() ? new Mail(notices(waiting(recipient, MAY_WAIT_TOGETHER, MOST_IN_A_DIGEST)), null) : mail;
    }

    private JdbcClient.StatementSpec waiting(Recipient recipient, String which, int most) {
        return jdbc.sql("select * from notice where recipient_kind = :kind and recipient = :id"
                        + " and recipient_bureau = :bureau and " + WAITING + " and " + which
                        + " order by notice_id limit " + most)
                .param("kind", recipient.kind().name())
                .param("id", recipient.id())
                .param("bureau", recipient.bureau())
                .param("now", now());
    }

    private static List<NoticeRecord> notices(JdbcClient.StatementSpec query) {
        return query.query(NoticeRecord::map).list();
    }

    /** From now on these notices go together, and no other one with them. */
    void seal(Mail mail) {
        change(mail.notices(), "letter = ?", mail.notices().get(0).noticeId());
    }

    List<NoticeFile> files(List<NoticeRecord> mail) {
        return jdbc.sql(
                        "select name, type, content from notice_file where notice_id in (:notices) order by notice_id, name")
                .param("notices", mail.stream().map(NoticeRecord::noticeId).toList())
                .query((row, number) ->
                        new NoticeFile(row.getString("name"), row.getString("type"), row.getBytes("content")))
                .list();
    }

    void sent(List<NoticeRecord> mail, List<String> addresses, String note) {
        change(
                mail,
                "state = 'SENT', sent_at = ?, delivered_to = ?, delivery_note = ?",
                now(),
                String.join(", ", addresses),
                note);
    }

    /** Nobody behind the recipient has an address; the page is all there is. */
    void onPageOnly(List<NoticeRecord> mail, String note) {
        change(mail, "channel = 'PAGE', state = 'SENT', sent_at = ?, delivery_note = ?", now(), note);
    }

    /** The server cannot be reached, which is no fault of the mail: it stays the next one. */
    void notedOutage(List<NoticeRecord> mail, String note) {
        change(mail, "delivery_note = ?", note);
    }

    void refused(NoticeRecord notice, Duration wait, String note) {
        Timestamp next = Timestamp.from(clock.instant().plus(wait));
        change(List.of(notice), "attempts = attempts + 1, next_attempt_at = ?, delivery_note = ?", next, note);
    }

    void givenUp(NoticeRecord notice, String note) {
        change(List.of(notice), "attempts = attempts + 1, state = 'FAILED', delivery_note = ?", note);
    }

    /** A given-up mail gets all its attempts again. */
    void revive(long noticeId) {
        Instant now = clock.instant();
        jdbc.sql("update notice set state = 'PENDING', attempts = 0, letter = null, next_attempt_at = ?"
                        + " where notice_id = ? and state = 'FAILED'")
                .params(Timestamp.from(now), noticeId)
                .update();
    }

    void handedOut(long noticeId, String userId) {
        jdbc.sql("update notice set state = 'SENT', sent_at = ?, delivered_to = ?"
                        + " where notice_id = ? and channel = 'PRINT' and state = 'PENDING'")
                .params(now(), userId, noticeId)
                .update();
    }

    private void change(List<NoticeRecord> mail, String assignments, Object... values) {
        Object[] ids = mail.stream().map(NoticeRecord::noticeId).toArray();
        String marks = String.join(",", java.util.Collections.nCopies(ids.length, "?"));
        jdbc.sql("update notice set " + assignments + " where notice_id in (" + marks + ")")
                .params(values)
                .params(ids)
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
