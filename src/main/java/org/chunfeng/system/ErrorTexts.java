package org.chunfeng.system;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/** One clear sentence for whatever went wrong, in the shape of a refusal; the cause is for the log alone. */
@Component
class ErrorTexts extends DefaultErrorAttributes {

    private final MessageSource messages;

    ErrorTexts(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        Map<String, Object> all = super.getErrorAttributes(request, options);
        return Map.of(
                "status", all.get("status"),
                "type", "Failed",
                "message", sentence(all.get("status")),
                "refusals", List.of());
    }

    String sentence(Object status) {
        String otherwise = messages.getMessage("error.500", null, Locale.CHINA);
        return messages.getMessage("error." + status, null, otherwise, Locale.CHINA);
    }
}
