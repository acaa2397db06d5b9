package org.chunfeng.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.chunfeng.ChunfengTest;
import org.chunfeng.TestPeople;
import org.chunfeng.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Knocks at every door of the running application without having signed in. */
@ChunfengTest
class ClosedDoorsTest {

    private static final Set<String> OPEN = Set.of("GET /login", "GET /error", "GET /actuator/health");

    @Autowired
    private TestPeople people;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping pages;

    @Test
    void noPageAndNoInterfaceOfOursIsOpen() {
        Set<String> routes = new TreeSet<>();
        pages.getHandlerMethods().keySet().forEach(mapping -> routes.addAll(routesOf(mapping)));
        routes.removeAll(OPEN);
        routes.removeIf(route -> route.endsWith(" /error"));
        assertThat(routes).contains("GET /v3/api-docs", "GET /api/forms/x/x").hasSizeGreaterThan(5);

        assertThat(openOf(routes)).isEmpty();
    }

    @Test
    void noRouteOfTheEngineIsOpen() {
        Set<String> routes = new TreeSet<>();
        for (String route : EngineRoutes.all()) {
            String[] parts = route.replace("{}", "x").split(" ", 2);
            routes.add(parts[0] + " /engine-rest" + parts[1]);
            routes.add(parts[0] + " /camunda/api/engine/engine/default" + parts[1]);
        }
        assertThat(routes).hasSizeGreaterThan(900);

        assertThat(openOf(routes)).isEmpty();
    }

    @Test
    void nothingElseThatIsServedIsOpen() {
        List<String> routes = List.of(
                "GET /",
                "GET /forms/shared.js",
                "GET /v3/api-docs.yaml",
                "GET /actuator",
                "GET /actuator/env",
                "GET /actuator/heapdump",
                "POST /actuator/shutdown",
                "GET /engine-rest/application.wadl",
                "GET /camunda",
                "GET /camunda/",
                "GET /camunda/app/",
                "GET /camunda/app/tasklist/default/",
                "GET /camunda/app/tasklist/scripts/config.js",
                "GET /camunda/app/admin/default/setup/",
                "GET /camunda/app/cockpit/default/",
                "GET /camunda/api/engine/engine/",
                "GET /camunda/api/cockpit/plugin/base/default/incident",
                "GET /camunda/api/admin/plugin/adminPlugins/default/metrics/aggregated",
                "POST /camunda/api/admin/setup/default/user/create",
                "POST /camunda/api/admin/auth/user/default/logout",
                "GET /camunda/lib/deps.js");

        assertThat(openOf(routes)).isEmpty();
    }

    @Test
    void healthIsOpenAndSaysNoMoreThanThat() {
        HttpResponse<String> health = people.nobody().get("/actuator/health");

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("\"status\":\"UP\"").doesNotContain("details", "database");
    }

    @Test
    void aSessionCookieDoesNotOpenTheEnginesInterface() {
        Visitor clerk = people.signedIn("zuoqi.hallIntake");

        HttpResponse<String> answer = clerk.get("/engine-rest/task");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("请先登录");
    }

    @Test
    void aPasswordOpensTheEnginesInterfaceWithoutMakingASession() {
        Visitor system = people.withPassword("zuoqi.hallIntake");

        assertThat(system.get("/engine-rest/task").statusCode()).isEqualTo(200);
        assertThat(system.get("/api/forms/refund/refundApplied").statusCode()).isNotEqualTo(401);
        assertThat(system.cookie("CHUNFENG")).isEmpty();
    }

    @Test
    void aForgedRequestFromAnotherSiteIsRefused() {
        Visitor clerk = people.signedIn("zuoqi.hallIntake");

        HttpResponse<String> forged = clerk.withoutTokens().post("/api/checks/refund/refundApplied", "{\"values\":{}}");

        assertThat(forged.statusCode()).isEqualTo(403);
    }

    /** What was not answered by a demand to sign in, or by a refusal. */
    private TreeMap<String, Integer> openOf(Iterable<String> routes) {
        Visitor nobody = people.nobody();
        nobody.get("/login");
        var open = new TreeMap<String, Integer>();
        for (String route : routes) {
            String[] parts = route.split(" ", 2);
            String body = Set.of("POST", "PUT", "PATCH").contains(parts[0]) ? "{}" : "";
            HttpResponse<String> answer = nobody.send(parts[0], parts[1], body, "application/json");
            boolean sentToSignIn = answer.statusCode() == 302
                    && answer.headers().firstValue("Location").orElse("").endsWith("/login");
            if (!sentToSignIn && answer.statusCode() != 401 && answer.statusCode() != 403) {
                open.put(route, answer.statusCode());
            }
        }
        return open;
    }

    private static List<String> routesOf(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        Stream<String> verbs =
                methods.isEmpty() ? Stream.of("GET", "POST") : methods.stream().map(RequestMethod::name);
        return verbs.flatMap(verb ->
                        mapping.getPatternValues().stream().map(path -> verb + " " + path.replaceAll("\\{[^}]*}", "x")))
                .toList();
    }
}
