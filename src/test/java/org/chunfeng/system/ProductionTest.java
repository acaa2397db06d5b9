package org.chunfeng.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.camunda.bpm.engine.IdentityService;
import org.chunfeng.ChunfengApplication;
import org.chunfeng.OwnApplication;
import org.chunfeng.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

@OwnApplication
class ProductionTest {

    @Test
    void itRefusesToStartNamingEverythingThatIsMissing() {
        var application = new SpringApplicationBuilder(ChunfengApplication.class).profiles("production");

        assertThatThrownBy(() -> application.run("--server.port=0", "--spring.mail.host=mail"))
                .isInstanceOf(MissingSettings.class)
                .hasMessage("Chunfeng does not start without SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME,"
                        + " SPRING_DATASOURCE_PASSWORD, CHUNFENG_BASE_URL: set them in the environment, or start with"
                        + " SPRING_PROFILES_ACTIVE=demo to look around");
    }

    @Test
    void withoutAnyProfileItAsksForTheSame() {
        var application = new SpringApplicationBuilder(ChunfengApplication.class);

        assertThatThrownBy(() -> application.run("--server.port=0"))
                .isInstanceOf(MissingSettings.class)
                .hasMessageContaining("SPRING_MAIL_HOST");
    }

    @Test
    void itSpeaksHttpsOnlyAndCarriesNothingOfTheDemo() throws Exception {
        var application = new SpringApplicationBuilder(ChunfengApplication.class).profiles("production");
        try (var running = application.run(
                "--server.port=0",
                "--spring.datasource.url=" + TestDatabase.jdbcUrl(),
                "--spring.datasource.username=chunfeng",
                "--spring.datasource.password=trusted",
                "--spring.mail.host=127.0.0.1",
                "--chunfeng.base-url=https://chunfeng.example",
                "--chunfeng.admin.password=Spring-Breeze-2026",
                "--camunda.bpm.job-execution.enabled=false")) {
            HttpResponse<String> page = throughTheProxy(running, "/login");
            HttpResponse<String> webapp = throughTheProxy(running, "/camunda/api/admin/auth/user/default");

            assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
            assertThat(webapp.headers().firstValue("Strict-Transport-Security")).isPresent();
            assertThat(page.headers().allValues("Set-Cookie")).isNotEmpty().allMatch(one -> one.contains("Secure"));
            assertThat(webapp.headers().allValues("Set-Cookie")).isNotEmpty().allMatch(one -> one.contains("Secure"));
            assertThat(running.getBean(IdentityService.class).createUserQuery().list())
                    .extracting(user -> user.getId())
                    .containsExactly("admin");
            assertThat(running.getBeanDefinitionNames()).noneMatch(name -> isOfTheDemo(running, name));
        }
    }

    private static boolean isOfTheDemo(ConfigurableApplicationContext running, String bean) {
        Class<?> type = running.getType(bean);
        return type != null && type.getName().startsWith("org.chunfeng.demo");
    }

    private static HttpResponse<String> throughTheProxy(ConfigurableApplicationContext running, String path)
            throws Exception {
        String port = running.getEnvironment().getRequiredProperty("local.server.port");
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "chunfeng.example")
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
