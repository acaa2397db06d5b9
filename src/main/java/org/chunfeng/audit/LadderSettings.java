package org.chunfeng.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the ladder is climbed.
 *
 * @param every pause between two looks at what was reached; zero for never by itself
 * @param lateAfter from when on a rung counts as caught up
 * @param digestEvery caught-up notices leave together, at full multiples of this
 * @param inOfficeHours whether warnings and escalations are mailed while the bureau is open only
 * @param acknowledgeWithin working time in which a hand-over is to be acknowledged (RF-7)
 * @param rest how long a clock is left alone whose rung failed
 */
@ConfigurationProperties("chunfeng.ladder")
record LadderSettings(
        @DefaultValue("10s") Duration every,
        @DefaultValue("10m") Duration lateAfter,
        @DefaultValue("10m") Duration digestEvery,
        @DefaultValue("true") boolean inOfficeHours,
        @DefaultValue("2h") Duration acknowledgeWithin,
        @DefaultValue("5m") Duration rest) {}
