package org.chunfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen, or another system: keeps cookies, sends the tokens against forged requests, follows nothing. */
public final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final int port;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private Optional<String> authorization = Optional.empty();
    private boolean sendsTokens = true;

    /** Somebody at an application of this machine. */
    public Visitor(int port) {
        this.port = port;
    }

    public Visitor withBasicAuthentication(String userId, String password) {
        byte[] both = (userId + ":" + password).getBytes(StandardCharsets.UTF_8);
        authorization = Optional.of("Basic " + Base64.getEncoder().encodeToString(both));
        return this;
    }

    /** As when another site makes the browser send something: cookies go along, tokens do not. */
    public Visitor withoutTokens() {
        sendsTokens = false;
        return this;
    }

    /** Signs in at our page as a person does; the test fails if that is refused. */
    public void signIn(String userId, String password) {
        assertThat(trySignIn(userId, password).headers().firstValue("Location"))
                .as("sign-in of " + userId)
                .hasValueSatisfying(to -> assertThat(to).doesNotContain("/login"));
        get("/login");
    }

    public HttpResponse<String> trySignIn(String userId, String password) {
        return submit("/login", Map.of("username", userId, "password", password));
    }

    /** Sends a form of a page: the hidden token is taken from the sign-in page, as every page has the same. */
    public HttpResponse<String> submit(String path, Map<String, String> fields) {
        Matcher token = TOKEN.matcher(page("/login").body());
        String hidden = token.find() ? "_csrf=" + encode(token.group(1)) + "&" : "";
        return post(path, hidden + form(fields), "application/x-www-form-urlencoded");
    }

    /** Signs in at the web applications' own interface, as Tasklist's own login page does. */
    public HttpResponse<String> signInAtWebapp(String userId, String password) {
        get("/camunda/api/admin/auth/user/default");
        String fields = form(Map.of("username", userId, "password", password));
        return post("/camunda/api/admin/auth/user/default/login/tasklist", fields, "application/x-www-form-urlencoded");
    }

    /** Asks for data, as scripts and other systems do. */
    public HttpResponse<String> get(String path) {
        return send("GET", path, "", "application/json");
    }

    /** Asks for a page, as a browser does. */
    public HttpResponse<String> page(String path) {
        return send(request("GET", path, BodyPublishers.noBody()).setHeader("Accept", "text/html"));
    }

    /** The same, as bytes. */
    public HttpResponse<byte[]> download(String path) {
        return send(
                request("GET", path, BodyPublishers.noBody()).setHeader("Accept", "text/html, */*;q=0.8"),
                BodyHandlers.ofByteArray());
    }

    public HttpResponse<String> post(String path, String json) {
        return post(path, json, "application/json");
    }

    public HttpResponse<String> post(String path, String body, String contentType) {
        return send("POST", path, body, contentType);
    }

    public HttpResponse<String> send(String method, String path, String body, String contentType) {
        if (body.isEmpty()) {
            return send(request(method, path, BodyPublishers.noBody()));
        }
        return send(request(method, path, BodyPublishers.ofString(body)).header("Content-Type", contentType));
    }

    private HttpRequest.Builder request(String method, String path, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, body)
                .header("Accept", "application/json, */*;q=0.8");
        authorization.ifPresent(value -> request.header("Authorization", value));
        if (sendsTokens) {
            cookie("CHUNFENG-XSRF").ifPresent(token -> request.header("X-CHUNFENG-XSRF", token));
            cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> handler) {
        try {
            return http.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
