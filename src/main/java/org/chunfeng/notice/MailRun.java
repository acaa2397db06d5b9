package org.chunfeng.notice;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sends what waits, one short transaction a mail, on every node at once; what goes in it together is settled in one before.
 * A mail is sent twice only if a node dies between the server's yes and the commit; both then are the same mail, with the
 * same Message-ID.
 */
@Component
class MailRun {

    private static final Logger LOG = LoggerFactory.getLogger(MailRun.class);

    private final ObjectProvider<JavaMailSender> senders;
    private final Outbox outbox;
    private final Addressees addressees;
    private final LetterWriter letters;
    private final NoticeTexts texts;
    private final NoticeSettings settings;
    private final TransactionOperations transactions;
    private int roundsOfRest;

    MailRun(
            ObjectProvider<JavaMailSender> senders,
            Outbox outbox,
            Addressees addressees,
            LetterWriter letters,
            NoticeTexts texts,
            NoticeSettings settings,
            TransactionOperations transactions) {
        this.senders = senders;
        this.outbox = outbox;
        this.addressees = addressees;
        this.letters = letters;
        this.texts = texts;
        this.settings = settings;
        this.transactions = transactions;
    }

    private enum Outcome {
        NOTHING,
        DEALT_WITH,
        OUTAGE
    }

    /** Sends until nothing waits, or the server is gone; without a mail server everything stays waiting. */
    void run() {
        JavaMailSender sender = senders.getIfAvailable();
        if (sender == null || isResting()) {
            return;
        }
        boolean more = true;
        while (more) {
            more = false;
            for (Recipient recipient : outbox.recipients()) {
                Outcome outcome = transactions.execute(status -> mailTo(recipient, sender));
                if (outcome == Outcome.OUTAGE) {
                    roundsOfRest = settings.roundsOfRest();
                    return;
                }
                more |= outcome == Outcome.DEALT_WITH;
            }
        }
    }

    private boolean isResting() {
        if (roundsOfRest == 0) {
            return false;
        }
        roundsOfRest--;
        return true;
    }

    private Outcome mailTo(Recipient recipient, JavaMailSender sender) {
        if (!outbox.hold(recipient)) {
            return Outcome.NOTHING;
        }
        Outbox.Mail next = outbox.nextMail(recipient);
        List<NoticeRecord> mail = next.notices();
        if (mail.isEmpty()) {
            return Outcome.NOTHING;
        }
        if (next.isOpen()) {
            outbox.seal(next);
            return Outcome.DEALT_WITH;
        }
        List<String> addresses = addressees.addresses(recipient);
        if (addresses.isEmpty()) {
            outbox.onPageOnly(mail, texts.text("notice.noAddress"));
            return Outcome.DEALT_WITH;
        }
        return send(mail, addresses, sender);
    }

    private Outcome send(List<NoticeRecord> mail, List<String> addresses, JavaMailSender sender) {
        try {
            var message = sender.createMimeMessage();
            letters.write(message, addresses, mail, outbox.files(mail));
            sender.send(message);
            outbox.sent(mail, addresses, "");
            return Outcome.DEALT_WITH;
        } catch (Exception failure) {
            // whatever it is, a broken mail included, must not keep the others from their mail
            return failed(mail, addresses, failure);
        }
    }

    private Outcome failed(List<NoticeRecord> mail, List<String> addresses, Exception failure) {
        MailTrouble trouble = MailTrouble.of(failure);
        String cause = MailTrouble.cause(failure);
        String recipient = mail.get(0).recipient().key();
        LOG.warn("Mail {} to {}: {} ({})", letters.messageId(mail), recipient, trouble, cause);
        String note = texts.text("notice.trouble." + trouble, cause);
        switch (trouble) {
            case ACCEPTED -> outbox.sent(mail, addresses, note);
            case PARTLY_ACCEPTED -> outbox.sent(mail, MailTrouble.reached(failure), note);
            case OUTAGE -> outbox.notedOutage(mail, note);
            case REFUSED -> mail.forEach(notice -> refused(notice, note));
        }
        return trouble == MailTrouble.OUTAGE ? Outcome.OUTAGE : Outcome.DEALT_WITH;
    }

    private void refused(NoticeRecord notice, String note) {
        int refusals = notice.attempts() + 1;
        if (refusals >= settings.attempts()) {
            outbox.givenUp(notice, note);
            return;
        }
        outbox.refused(notice, settings.waitAfter(refusals), note);
    }
}
