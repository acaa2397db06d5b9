package org.chunfeng.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.chunfeng.engine.People;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes one mail of one or several notices: plain text, and the same as HTML by templates/mail/notice.html. */
@Component
class LetterWriter {

    private final ITemplateEngine templates;
    private final NoticeTexts texts;
    private final People people;
    private final NoticeSettings settings;
    private final Clock clock;
    private final String baseUrl;

    LetterWriter(
            ITemplateEngine templates,
            NoticeTexts texts,
            People people,
            NoticeSettings settings,
            Clock clock,
            @Value("${chunfeng.base-url:http://localhost:8080}") String baseUrl) {
        this.templates = templates;
        this.texts = texts;
        this.people = people;
        this.settings = settings;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    /** One notice as its reader gets it. */
    record Item(String subject, List<String> lines, String from, String createdAt, String link) {}

    void write(MimeMessage message, List<String> addresses, List<NoticeRecord> notices, List<NoticeFile> files)
            throws MessagingException, UnsupportedEncodingException {
        List<Item> items = notices.stream().map(this::item).toList();
        var letter = new MimeMessageHelper(message, true, "UTF-8");
        letter.setFrom(new InternetAddress(settings.from(), texts.text("mail.sender"), "UTF-8"));
        letter.setTo(addresses.toArray(String[]::new));
        letter.setSubject(subject(notices));
        letter.setText(plain(items), html(items));
        letter.setSentDate(Date.from(clock.instant()));
        for (NoticeFile file : files) {
            letter.addAttachment(file.name(), new ByteArrayResource(file.content()), file.type());
        }
        message.setHeader("Message-ID", messageId(notices));
    }

    /** The same mail has the same id, so that one sent twice after a crash can be told. */
    String messageId(List<NoticeRecord> notices) {
        String host = settings.from().substring(settings.from().indexOf('@'));
        String first = "notice-" + notices.get(0).noticeId();
        if (notices.size() == 1) {
            return "<" + first + host + ">";
        }
        return "<%s-%d-%d%s>".formatted(first, notices.get(notices.size() - 1).noticeId(), notices.size(), host);
    }

    private String subject(List<NoticeRecord> notices) {
        if (notices.size() == 1) {
            return notices.get(0).subject();
        }
        return texts.text("mail.digest", String.valueOf(notices.size()));
    }

    private Item item(NoticeRecord notice) {
        return new Item(
                notice.subject(),
                notice.body().lines().toList(),
                people.nameOf(notice.fromActor()),
                texts.minute(notice.createdAt()),
                notice.caseNumber().isEmpty() ? baseUrl + "/notices" : baseUrl + "/cases/" + notice.caseNumber());
    }

    private String plain(List<Item> items) {
        return items.stream().map(this::plain).collect(Collectors.joining("\n\n")) + "\n\n" + texts.text("mail.footer");
    }

    private String plain(Item item) {
        return String.join(
                "\n",
                item.subject(),
                String.join("\n", item.lines()),
                texts.text("mail.from", item.from(), item.createdAt()),
                item.link());
    }

    private String html(List<Item> items) {
        return templates.process("mail/notice", new Context(Locale.CHINA, java.util.Map.of("items", items)));
    }
}
