package org.chunfeng.casepage;

import java.util.Locale;
import org.chunfeng.engine.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Chinese texts for codes and pages, from messages/. */
@Component
class Wordings {

    private final MessageSource messages;
    private final Texts texts;

    Wordings(MessageSource messages, Texts texts) {
        this.messages = messages;
        this.texts = texts;
    }

    /** The text of a code in a code list; the code itself where the list does not have it. */
    String code(String list, @Nullable String code) {
        if (code == null || code.isEmpty()) {
            return "";
        }
        return texts.code(list, code);
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.CHINA);
    }
}
