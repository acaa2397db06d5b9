package org.chunfeng.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.chunfeng.ChunfengApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** One node of the application in a process of its own, with jobs, ladder and mails running, at a time that is set off. */
final class Node {

    private Node() {}

    public static void main(String[] arguments) {
        ClockUtil.offset(offset().toMillis());
        new SpringApplicationBuilder(ChunfengApplication.class, Ticking.class)
                .run(
                        "--spring.datasource.url=" + arguments[0],
                        "--spring.datasource.username=chunfeng",
                        "--spring.datasource.password=trusted",
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=" + arguments[1],
                        "--server.port=0",
                        "--chunfeng.base-url=http://127.0.0.1",
                        "--chunfeng.ladder.every=1s",
                        "--chunfeng.ladder.in-office-hours=false");
    }

    static Duration offset() {
        return Duration.parse(System.getProperty("offset"));
    }

    /** A clock that goes on from another day. */
    @TestComponent
    static class Ticking {

        @Bean
        @Primary
        Clock tickingClock() {
            return Clock.offset(Clock.system(ZoneId.of("Asia/Shanghai")), offset());
        }
    }
}
