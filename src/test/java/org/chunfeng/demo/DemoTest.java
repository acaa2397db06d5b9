package org.chunfeng.demo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.chunfeng.ChunfengApplication;
import org.chunfeng.OwnApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** The whole application as the demo runs it, on a database folder of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ActiveProfiles("demo")
@ContextConfiguration(initializers = DemoTest.EmptyFolder.class)
@SpringBootTest(
        classes = ChunfengApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        // an idle job executor sleeps longer than any test waits
        properties = {
            "chunfeng.demo.story=false",
            "camunda.bpm.job-execution.wait-time-in-millis=600000",
            "camunda.bpm.job-execution.max-wait=600000"
        })
@OwnApplication
@interface DemoTest {

    /** What an earlier run left behind would make it a second start. */
    class EmptyFolder implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext application) {
            TestPropertyValues.of("chunfeng.demo.data-directory=" + ThrowAwayDatabase.emptyFolder())
                    .applyTo(application);
        }
    }
}
