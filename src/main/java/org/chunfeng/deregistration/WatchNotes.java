package org.chunfeng.deregistration;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** DR-9: cases that qualify for the instant way and are not handled at once; 征管科 sees every one of them. */
@Component
class WatchNotes {

    private final JdbcClient jdbc;
    private final Clock clock;

    WatchNotes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void note(String caseNumber, String reason, String by) {
        jdbc.sql("insert into qualified_but_general values (?, ?, ?, ?) on conflict do nothing")
                .params(caseNumber, reason, by, Timestamp.from(clock.instant()))
                .update();
    }
}
