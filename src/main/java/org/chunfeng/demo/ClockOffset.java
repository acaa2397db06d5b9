package org.chunfeng.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the demo is ahead of the real time, kept in the database. */
@Component
@Profile("demo")
class ClockOffset {

    private final JdbcClient jdbc;

    ClockOffset(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Duration read() {
        return jdbc.sql("select offset_ms from demo_clock")
                .query(Long.class)
                .optional()
                .map(Duration::ofMillis)
                .orElse(Duration.ZERO);
    }

    void write(Duration offset, Instant changedAt) {
        jdbc.sql("""
                        insert into demo_clock (offset_ms, changed_at) values (:offset, :at)
                        on conflict (only_row) do update
                        set offset_ms = excluded.offset_ms, changed_at = excluded.changed_at""")
                .param("offset", offset.toMillis())
                .param("at", changedAt.atOffset(ZoneOffset.UTC))
                .update();
    }
}
