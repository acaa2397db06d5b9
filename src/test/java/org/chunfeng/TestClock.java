package org.chunfeng;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** The one clock of a test: sets Java's and the engine's time together; real time until it is set. */
@TestComponent
@Primary
public class TestClock extends Clock {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private volatile Clock clock = Clock.system(ZONE);

    /** Stands still at that time in Shanghai, e.g. 2021-02-05T15:00. */
    public void set(String localTime) {
        set(LocalDateTime.parse(localTime).atZone(ZONE).toInstant());
    }

    public void set(Instant instant) {
        clock = Clock.fixed(instant, ZONE);
        ClockUtil.setCurrentTime(Date.from(instant));
    }

    public void reset() {
        clock = Clock.system(ZONE);
        ClockUtil.reset();
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return clock.withZone(zone);
    }

    @Override
    public Instant instant() {
        return clock.instant();
    }
}
