package org.chunfeng.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The one clock of application and engine in the demo: the real time of Asia/Shanghai plus an offset, which outlives a
 * restart. It is moved by {@link TimeMachine} only.
 */
@Component
@Profile("demo")
class DemoClock extends Clock implements DisposableBean {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Clock real = Clock.system(ZONE);
    private final ClockOffset kept;
    private volatile Duration offset;

    DemoClock(ClockOffset kept) {
        this.kept = kept;
        this.offset = kept.read();
        ClockUtil.offset(offset.toMillis());
    }

    @Override
    public Instant instant() {
        return real.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new InZone(this, zone);
    }

    Instant realTime() {
        return real.instant();
    }

    Duration offset() {
        return offset;
    }

    /** Ahead, or back if negative; to the millisecond, which is all the engine knows. */
    synchronized void moveBy(Duration leap) {
        change(offset.plus(leap).truncatedTo(ChronoUnit.MILLIS));
    }

    /** The real time again, as if nobody had ever moved it. */
    synchronized void reset() {
        change(Duration.ZERO);
    }

    /** Stands at a moment of the past while the demo's year is lived through; a restart forgets it. */
    synchronized void pretend(Instant moment) {
        offset = Duration.between(real.instant(), moment).truncatedTo(ChronoUnit.MILLIS);
        ClockUtil.offset(offset.toMillis());
    }

    /** Kept first, so that no restart falls behind what anybody saw. */
    private void change(Duration changed) {
        kept.write(changed, real.instant());
        offset = changed;
        ClockUtil.offset(changed.toMillis());
    }

    /** The engine's clock is one per process, not per application. */
    @Override
    public void destroy() {
        ClockUtil.reset();
    }

    /** The same moments, told for another zone. */
    private static final class InZone extends Clock {

        private final Clock clock;
        private final ZoneId zone;

        InZone(Clock clock, ZoneId zone) {
            this.clock = clock;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new InZone(clock, other);
        }
    }
}
