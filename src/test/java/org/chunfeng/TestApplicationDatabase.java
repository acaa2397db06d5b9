package org.chunfeng;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives each application that tests start an empty database of its own. */
class TestApplicationDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + TestDatabase.jdbcUrl(),
                        "spring.datasource.username=chunfeng",
                        "spring.datasource.password=trusted")
                .applyTo(context);
    }
}
