package org.chunfeng.demo;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;

/** What a person reads of a mail: its subject and its first text. */
final class MailText {

    private MailText() {}

    static String subject(MimeMessage mail) throws MessagingException {
        String subject = mail.getSubject();
        return subject == null ? "" : subject;
    }

    static String body(Part part) throws MessagingException {
        try {
            Object content = part.getContent();
            if (content instanceof Multipart parts) {
                return firstOf(parts);
            }
            return content instanceof String text ? text : "";
        } catch (IOException e) {
            throw new MessagingException("The mail cannot be read", e);
        }
    }

    private static String firstOf(Multipart parts) throws MessagingException {
        for (int i = 0; i < parts.getCount(); i++) {
            String text = body(parts.getBodyPart(i));
            if (!text.isBlank()) {
                return text;
            }
        }
        return "";
    }
}
