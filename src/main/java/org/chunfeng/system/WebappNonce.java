package org.chunfeng.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Gives the start page of a web application the script nonce of its own answer.
 *
 * <p>The engine keeps the nonce in one attribute for everybody: when two people open Tasklist at the same moment, one
 * would get the other's nonce in the page, the browser would refuse its scripts and the page would stay empty.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class WebappNonce extends OncePerRequestFilter {
    private static final Pattern START_PAGE = Pattern.compile("/camunda/app/\\w+/(\\w+/)?");
    private static final Pattern IN_HEADER = Pattern.compile("'nonce-([^']+)'");
    private static final Pattern IN_PAGE = Pattern.compile("nonce=\"[^\"]*\"");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return !START_PAGE.matcher(path).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        var policy = answer.getHeader("Content-Security-Policy");
        var nonce = IN_HEADER.matcher(policy == null ? "" : policy);
        if (nonce.find()) replaceNonce(answer, nonce.group(1));
        answer.copyBodyToResponse();
    }

    private static void replaceNonce(ContentCachingResponseWrapper answer, String nonce) throws IOException {
        // byte by byte, whatever the encoding of the page is: only ASCII is replaced
        var page = new String(answer.getContentAsByteArray(), ISO_8859_1);
        var own = IN_PAGE.matcher(page).replaceAll(Matcher.quoteReplacement("nonce=\"" + nonce + "\""));
        answer.resetBuffer();
        answer.getOutputStream().write(own.getBytes(ISO_8859_1));
    }
}
