package org.chunfeng.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Scanner;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.chunfeng.ChunfengApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * One node of the application in a process of its own, with jobs, ladder and mails running. Its time ticks on from the one
 * it was last told: at first as an argument, then by lines of its standard input.
 */
final class Node {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static volatile Duration offset = Duration.ZERO;

    private Node() {}

    public static void main(String[] arguments) {
        itIsNow(arguments[0]);
        new SpringApplicationBuilder(ChunfengApplication.class, Ticking.class)
                .run(
                        "--spring.datasource.url=" + arguments[1],
                        "--spring.datasource.username=chunfeng",
                        "--spring.datasource.password=trusted",
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=" + arguments[2],
                        "--server.port=" + arguments[3],
                        "--chunfeng.base-url=http://127.0.0.1",
                        "--chunfeng.ladder.every=1s",
                        "--chunfeng.ladder.in-office-hours=false");
        new Scanner(System.in).forEachRemaining(Node::itIsNow);
    }

    private static void itIsNow(String localTime) {
        Instant told = LocalDateTime.parse(localTime).atZone(ZONE).toInstant();
        offset = Duration.between(Instant.now(), told);
        ClockUtil.offset(offset.toMillis());
    }

    @TestComponent
    static class Ticking {

        @Bean
        @Primary
        Clock tickingClock() {
            return new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZONE;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return Clock.offset(Clock.system(zone), offset);
                }

                @Override
                public Instant instant() {
                    return Instant.now().plus(offset);
                }
            };
        }
    }
}
