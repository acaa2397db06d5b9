package org.chunfeng.system;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.chunfeng.engine.Refused;
import org.chunfeng.engine.Texts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the one kind of refusal that every door of ours gives, outside of what Spring MVC and Jersey handle. */
@Component
class Answers {

    private final Texts texts;
    private final JsonMapper json;

    Answers(Texts texts, JsonMapper json) {
        this.texts = texts;
        this.json = json;
    }

    /** Refuses with the sentence of this key in messages/doors.properties. */
    void refuse(HttpServletResponse response, int status, String key) throws IOException {
        var answer = RefusedAnswer.of(Refused.of(status, texts.refusal(key)));
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(json.writeValueAsString(answer));
    }

    /** Another system must send a name and password. */
    AuthenticationEntryPoint challenge() {
        return (request, response, failure) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"chunfeng\", charset=\"UTF-8\"");
            refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "signInFirst");
        };
    }

    /** A page's script must see to it that somebody signs in; a browser must not ask for a password by itself. */
    AuthenticationEntryPoint unauthorized() {
        return (request, response, failure) -> refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "signInFirst");
    }

    AccessDeniedHandler forbidden() {
        return (request, response, failure) -> refuse(response, HttpServletResponse.SC_FORBIDDEN, "doorNotYours");
    }
}
