package org.chunfeng.casepage;

import java.util.Locale;
import org.chunfeng.casefile.CaseKind;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Chinese texts for codes and pages, from messages/. */
@Component
class Wordings {

    private final MessageSource messages;

    Wordings(MessageSource messages) {
        this.messages = messages;
    }

    /** The text of a code in a code list; the code itself where the list does not have it. */
    String code(String list, @Nullable String code) {
        if (code == null || code.isEmpty()) {
            return "";
        }
        return messages.getMessage("code." + list + "." + code, null, code, Locale.CHINA);
    }

    /** The text of a matter, from the list of its process or from that of all. */
    String matter(String matter) {
        for (CaseKind kind : CaseKind.values()) {
            String key = "code." + kind.process() + ".matter." + matter;
            String own = messages.getMessage(key, null, "", Locale.CHINA);
            if (own != null && !own.isEmpty()) {
                return own;
            }
        }
        return code("matter", matter);
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.CHINA);
    }
}
