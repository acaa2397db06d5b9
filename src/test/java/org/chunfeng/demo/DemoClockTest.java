package org.chunfeng.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.chunfeng.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class DemoClockTest {

    private static final Duration TEN_DAYS = Duration.ofDays(10);

    private final ClockOffset kept = emptyOffset();
    private final DemoClock clock = new DemoClock(kept);

    @AfterEach
    void giveTheEngineItsClockBack() {
        clock.destroy();
    }

    @Test
    void itStartsWithTheRealTimeInShanghai() {
        assertThat(clock.instant()).isCloseTo(Instant.now(), within(1, ChronoUnit.SECONDS));
        assertThat(clock.getZone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    }

    @Test
    void itGoesOnFromWhereItWasMoved() {
        clock.moveBy(Duration.ofHours(5));
        clock.moveBy(TEN_DAYS);

        assertThat(clock.instant())
                .isCloseTo(Instant.now().plus(TEN_DAYS).plus(5, ChronoUnit.HOURS), within(1, ChronoUnit.SECONDS));
    }

    @Test
    void theEngineReadsTheSameTime() {
        clock.moveBy(TEN_DAYS);

        assertThat(ClockUtil.getCurrentTime().toInstant()).isCloseTo(clock.instant(), within(100, ChronoUnit.MILLIS));
    }

    @Test
    void aRestartDoesNotGoBackInTime() {
        clock.moveBy(TEN_DAYS);
        Instant before = clock.instant();
        ClockUtil.reset();

        DemoClock restarted = new DemoClock(kept);

        assertThat(restarted.instant()).isAfterOrEqualTo(before);
        assertThat(ClockUtil.getCurrentTime().toInstant())
                .isCloseTo(restarted.instant(), within(100, ChronoUnit.MILLIS));
    }

    @Test
    void aResetGivesTheRealTimeAlsoAfterARestart() {
        clock.moveBy(TEN_DAYS);

        clock.reset();

        assertThat(clock.offset()).isEqualTo(Duration.ZERO);
        assertThat(new DemoClock(kept).offset()).isEqualTo(Duration.ZERO);
    }

    @Test
    void inAnotherZoneItMovesAlong() {
        var utc = clock.withZone(ZoneId.of("UTC"));

        clock.moveBy(TEN_DAYS);

        assertThat(utc.getZone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(utc.instant()).isCloseTo(clock.instant(), within(100, ChronoUnit.MILLIS));
    }

    private static ClockOffset emptyOffset() {
        var database = TestDatabase.migrated();
        var table = new ResourceDatabasePopulator(new ClassPathResource("db/demo/R__demo_clock.sql"));
        table.execute(database);
        return new ClockOffset(JdbcClient.create(database));
    }
}
