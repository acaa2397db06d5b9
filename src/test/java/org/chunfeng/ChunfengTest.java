package org.chunfeng;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/**
 * Runs a test against the whole application on a free port with a real database. It is started once for all tests that
 * carry nothing but this annotation; jobs and timers are executed by hand. Inject {@link TestPeople} to act.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "spring.datasource.hikari.minimum-idle=1",
            "spring.mail.host=127.0.0.1",
            "chunfeng.ladder.every=0s",
            "chunfeng.base-url=http://127.0.0.1",
            "chunfeng.calendar.review-every=PT24H",
            "chunfeng.report.freeze-every=P1D",
            "chunfeng.supervision.first-look=P1D",
            "chunfeng.admin.password=" + TestPeople.PASSWORD
        })
@ContextConfiguration(
        initializers = TestApplicationDatabase.class,
        classes = {ChunfengApplication.class, TestClock.class, TestPeople.class, TestDesk.class, TinyProcess.class})
public @interface ChunfengTest {}
