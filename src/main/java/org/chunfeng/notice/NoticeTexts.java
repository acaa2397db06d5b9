package org.chunfeng.notice;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.engine.Texts;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of notices, from messages/notices.properties. */
@Component
class NoticeTexts {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final MessageSource messages;
    private final Texts words;
    private final Clock clock;

    NoticeTexts(MessageSource messages, Texts words, Clock clock) {
        this.messages = messages;
        this.words = words;
        this.clock = clock;
    }

    /** One line, whatever a taxpayer's name contains; of a longer saying, its first paragraph. */
    String subject(Notice notice) {
        Notice brief = notice.saying(notice.saying().split("\n\n", 2)[0]);
        return text("notice." + notice.kind() + ".subject", arguments(brief)).replaceAll("\\p{Cntrl}+", " ");
    }

    String body(Notice notice) {
        List<String> lines = new ArrayList<>();
        lines.add(text("notice." + notice.kind() + ".body", arguments(notice)));
        if (notice.dueAt() != null) {
            lines.add(text("notice.due", minute(notice.dueAt())));
        }
        lines.add(notice.saying());
        return String.join("\n", lines).strip();
    }

    String text(String key, String... arguments) {
        return messages.getMessage(key, arguments, Locale.CHINA);
    }

    String minute(Instant instant) {
        return MINUTE.format(instant.atZone(clock.getZone()));
    }

    private String[] arguments(Notice notice) {
        CaseFile file = notice.caseFile();
        if (file == null) {
            return new String[] {"", "", "", notice.saying()};
        }
        String step = step(notice.step());
        return new String[] {file.caseNumber(), file.taxpayerName(), step, notice.saying()};
    }

    String group(String group) {
        return words.code("group", group);
    }

    private String step(String step) {
        return step.isEmpty() ? text("notice.wholeCase") : words.code("step", step);
    }
}
