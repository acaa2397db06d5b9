package org.chunfeng.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.chunfeng.ChunfengTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

/** Without the profile nothing of the demo exists. */
@ChunfengTest
class NoDemoTest {

    @Autowired
    private ConfigurableApplicationContext application;

    private MockMvcTester pages;

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
}
