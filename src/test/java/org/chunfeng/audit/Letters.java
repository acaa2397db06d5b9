package org.chunfeng.audit;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a mail server received. A mail that was sent again carries the same Message-ID, and counts once. */
final class Letters {

    private static final Pattern LATE = Pattern.compile("【超期】(R-\\d+-\\d+-\\d+)");

    private final List<MimeMessage> received;

    Letters(GreenMail server) {
        received = List.of(server.getReceivedMessages());
    }

    int sentTwice() throws Exception {
        Set<String> letters = new HashSet<>();
        for (MimeMessage mail : received) {
            letters.add(mail.getMessageID());
        }
        return received.size() - letters.size();
    }

    /** The cases that this address was told are late, and how often. */
    Map<String, Integer> latenessToldTo(String address) throws Exception {
        Set<String> letters = new HashSet<>();
        Map<String, Integer> told = new HashMap<>();
        for (MimeMessage mail : received) {
            boolean his =
                    mail.getRecipients(Message.RecipientType.TO)[0].toString().equals(address);
            if (his && letters.add(mail.getMessageID())) {
                Matcher late = LATE.matcher(plainText(mail.getContent()));
                while (late.find()) {
                    told.merge(late.group(1), 1, Integer::sum);
                }
            }
        }
        return told;
    }

    /** The first part of a letter is its plain text. */
    private static String plainText(Object content) throws Exception {
        return content instanceof Multipart parts
                ? plainText(parts.getBodyPart(0).getContent())
                : content.toString();
    }
}
