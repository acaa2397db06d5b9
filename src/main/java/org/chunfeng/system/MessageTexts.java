package org.chunfeng.system;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chunfeng.casefile.CaseKind;
import org.chunfeng.engine.Texts;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The texts of messages/, in Chinese. */
@Component
class MessageTexts implements Texts {

    private static final Pattern ON_LINE = Pattern.compile("(\\w+)_(\\d+)");

    private final MessageSource messages;

    MessageTexts(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public String label(String field) {
        Matcher onLine = ON_LINE.matcher(field);
        if (onLine.matches()) {
            return text("line", onLine.group(2)) + label(onLine.group(1));
        }
        return messages.getMessage("field." + field, null, field, Locale.CHINA);
    }

    @Override
    public String refusal(String key, Object... arguments) {
        return text("refusal." + key, arguments);
    }

    /** From the list that all processes share, else from a process's own list of the same name. */
    @Override
    public String code(String field, String code) {
        String entry = field + "." + code;
        return Stream.concat(Stream.of(""), Arrays.stream(CaseKind.values()).map(kind -> kind.process() + "."))
                .map(list -> messages.getMessage("code." + list + entry, null, "", Locale.CHINA))
                .filter(text -> text != null && !text.isEmpty())
                .findFirst()
                .orElse(code);
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.CHINA);
    }
}
