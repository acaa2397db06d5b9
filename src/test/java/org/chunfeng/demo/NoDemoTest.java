package org.chunfeng.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Arrays;
import org.camunda.bpm.engine.IdentityService;
import org.chunfeng.ChunfengApplication;
import org.chunfeng.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

/** Without the profile nothing of the demo exists. */
@SpringBootTest(
        classes = ChunfengApplication.class,
        properties = {"spring.mail.host=127.0.0.1", "chunfeng.admin.password=Erste-Verwaltung-26"})
class NoDemoTest {

    @Autowired
    private ConfigurableApplicationContext application;

    @Autowired
    private Clock clock;

    private MockMvcTester pages;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", TestDatabase::jdbcUrl);
    }

    @Autowired
    void open(WebApplicationContext context) {
        pages = MockMvcTester.from(context);
    }

    @Test
    void noBeanOfTheDemoExists() {
        assertThat(application.getBeanDefinitionNames()).isNotEmpty();
        assertThat(Arrays.stream(application.getBeanDefinitionNames())
                        .map(application::getType)
                        .filter(type -> type != null && type.getPackageName().startsWith("org.chunfeng.demo")))
                .isEmpty();
    }

    @Test
    void theClockTellsTheRealTime() {
        assertThat(clock.getClass().getPackageName()).isEqualTo("java.time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/demo/clock", "/demo/mail", "/demo/demo.css"})
    void noPageOfTheDemoExists(String page) {
        assertThat(pages.get().uri(page)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void theTimeCannotBeChanged() {
        assertThat(pages.post()
                        .uri("/demo/clock")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"advance\":\"P1D\"}"))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void noAccountOfTheDemoExists() {
        var identities = application.getBean(IdentityService.class);

        assertThat(identities.createUserQuery().userId("zuoqi.hallIntake").count())
                .isZero();
    }
}
