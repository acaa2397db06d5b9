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
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@OwnApplication
@ExtendWith(OutputCaptureExtension.class)
class ProductionTest {

    @Test
    void itRefusesToStartNamingEverythingThatIsMissing() {
        var application = new SpringApplicationBuilder(ChunfengApplication.class).profiles("production");

        assertThatThrownBy(() -> application.run("--server.port=0", "--spring.mail.host=mail"))
                .isInstanceOf(MissingSettings.class)
                .hasMessage("Chunfeng does not start without SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME,"
                        + " SPRING_DATASOURCE_PASSWORD, CHUNFENG_BASE_URL, CHUNFENG_ADMIN_PASSWORD (at the first start):"
                        + " set them in the environment. To look around without any, run mvn spring-boot:run instead");
    }

    @Test
    void withoutAnyProfileItAsksForTheSame() {
        var application = new SpringApplicationBuilder(ChunfengApplication.class);

        assertThatThrownBy(() -> application.run("--server.port=0"))
                .isInstanceOf(MissingSettings.class)
                .hasMessageContaining("SPRING_MAIL_HOST");
    }

    @Test
    void itSpeaksHttpsOnlyAndCarriesNothingOfTheDemo(CapturedOutput console) throws Exception {
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
            HttpResponse<String> stranger = throughTheProxy(running, "/cases");

            assertThat(stranger.headers().firstValue("Location"))
                    .as("whatever port the proxy is reached at")
                    .hasValue("/login");
            assertThat(console).asString().doesNotContain(" WARN ", " ERROR ");

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
