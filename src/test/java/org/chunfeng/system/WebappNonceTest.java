package org.chunfeng.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class WebappNonceTest {
    private static final String PAGE = "<title>春风</title><script nonce=\"of-somebody-else\" src=\"a.js\"></script>"
            + "<script nonce=\"of-somebody-else\">start()</script>";

    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void aStartPageCarriesTheNonceOfItsOwnAnswer() throws Exception {
        open("/camunda/app/tasklist/default/", "script-src 'nonce-mine$1' 'strict-dynamic'");

        assertThat(response.getContentAsString())
                .isEqualTo(PAGE.replace("of-somebody-else", "mine$1"))
                .contains("春风");
        assertThat(response.getContentLength()).isEqualTo(response.getContentAsByteArray().length);
    }

    @Test
    void aPolicyWithoutNonceLeavesThePageAsItIs() throws Exception {
        open("/camunda/app/welcome/default/", "script-src 'self'");

        assertThat(response.getContentAsString()).isEqualTo(PAGE);
    }

    @Test
    void whatIsNoStartPageIsLeftAlone() throws Exception {
        open("/camunda/app/tasklist/locales/zh.json", "script-src 'nonce-mine'");

        assertThat(response.getContentAsString()).isEqualTo(PAGE);
    }

    private void open(String path, String policy) throws Exception {
        FilterChain engine = (request, answer) -> {
            ((HttpServletResponse) answer).setHeader("Content-Security-Policy", policy);
            answer.setCharacterEncoding("UTF-8");
            answer.setContentType("text/html");
            answer.getWriter().write(PAGE);
        };
        new WebappNonce().doFilter(new MockHttpServletRequest("GET", path), response, engine);
    }
}
