package org.chunfeng.demo;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

/** A real SMTP server on 127.0.0.1 that delivers nothing and keeps the latest mails in memory, to look into. */
final class EmbeddedMail implements AutoCloseable {

    /** Enough for a course, and little memory even after a year of cases. */
    static final int KEPT = 500;

    private final Clock clock;
    private final GreenMail server;
    private final GreenMailUser everybody;
    private final ConcurrentLinkedDeque<ReceivedMail> newestFirst = new ConcurrentLinkedDeque<>();
    private long received;

    private EmbeddedMail(int port, Clock clock) {
        this.clock = clock;
        this.server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        this.everybody = server.setUser("everybody", "everybody");
    }

    /** Starts on the given port, or on any free one if it is 0. */
    static EmbeddedMail start(int port, Clock clock) {
        var mail = new EmbeddedMail(port, clock);
        mail.server.getUserManager().setMessageDeliveryHandler(mail::receive);
        mail.server.start();
        return mail;
    }

    int port() {
        return server.getSmtp().getPort();
    }

    List<ReceivedMail> newestFirst() {
        return new ArrayList<>(newestFirst);
    }

    Optional<ReceivedMail> find(long number) {
        return newestFirst.stream().filter(mail -> mail.number() == number).findFirst();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** What we keep is enough: the server's own mailbox never holds more than one mail. */
    private synchronized GreenMailUser receive(MovingMessage mail, MailAddress receiver) throws MessagingException {
        received++;
        newestFirst.addFirst(new ReceivedMail(
                received,
                LocalDateTime.now(clock),
                receiver.getEmail(),
                MailText.subject(mail.getMessage()),
                MailText.body(mail.getMessage()),
                MailText.attachments(mail.getMessage())));
        while (newestFirst.size() > KEPT) {
            newestFirst.removeLast();
        }
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new MessagingException("The mailbox cannot be emptied", e);
        }
        return everybody;
    }
}
