package org.chunfeng.system;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One request for the engine, wherever it came in.
 *
 * @param application what stands behind the door: {@code engine}, or the interface of a web application
 * @param path the rest of the path, decoded, without the name of the engine and without a slash at the end
 */
record EngineDoor(String application, String method, String path) {

    private static final String REST = "/engine-rest";
    private static final String WEBAPPS = "/camunda/api/";

    /** Null for the pages, scripts and pictures of the web applications. */
    static @Nullable EngineDoor of(HttpServletRequest request) {
        String whole = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        if (whole.startsWith(REST)) {
            return new EngineDoor("engine", request.getMethod(), trimmed(whole.substring(REST.length())));
        }
        if (!whole.startsWith(WEBAPPS)) {
            return null;
        }
        String[] parts = whole.substring(WEBAPPS.length()).split("/", 2);
        return new EngineDoor(parts[0], request.getMethod(), trimmed(parts.length == 1 ? "" : "/" + parts[1]));
    }

    private static String trimmed(String path) {
        String open = path.replaceAll("/+$", "");
        return open.startsWith("/engine/default/") ? open.substring("/engine/default".length()) : open;
    }

    Audience audience(DoorPlan plan) {
        return switch (application) {
            case "engine" -> path.equals("/engine") && reads() ? Audience.EVERYBODY : plan.audienceOf(method, path);
            case "cockpit" -> Audience.OPERATORS;
            case "admin" -> path.startsWith("/auth/user/") ? Audience.EVERYBODY : adminAudience();
            case "tasklist", "welcome" -> reads() ? Audience.EVERYBODY : Audience.NOBODY;
            default -> Audience.NOBODY;
        };
    }

    private Audience adminAudience() {
        return path.startsWith("/plugin/") && reads() ? Audience.ADMINS : Audience.NOBODY;
    }

    boolean reads() {
        return Set.of("GET", "HEAD", "OPTIONS").contains(method);
    }

    /** The n-th part of the path, empty beyond its end. */
    String part(int n) {
        String[] parts = path.substring(Math.min(1, path.length())).split("/");
        return n < parts.length ? parts[n] : "";
    }

    /** Whether this is that request, where {@code {}} stands for any one part. */
    boolean is(String wanted, String pattern) {
        return application.equals("engine") && method.equals(wanted) && path.matches(pattern.replace("{}", "[^/]+"));
    }
}
