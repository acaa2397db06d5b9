package org.chunfeng.demo;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a person gets of a mail: its subject, its first text and the files that came with it. */
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

    static List<AttachedFile> attachments(Part part) throws MessagingException {
        try {
            var found = new ArrayList<AttachedFile>();
            collect(part, found);
            return List.copyOf(found);
        } catch (IOException e) {
            throw new MessagingException("A file of the mail cannot be read", e);
        }
    }

    private static void collect(Part part, List<AttachedFile> found) throws MessagingException, IOException {
        if (part.getFileName() != null) {
            String name = MimeUtility.decodeText(part.getFileName());
            found.add(new AttachedFile(name, part.getInputStream().readAllBytes()));
        } else if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                collect(parts.getBodyPart(i), found);
            }
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
