package org.chunfeng.casefile;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who saw personal numbers in full, append-only. */
@Component
public class AccessLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    AccessLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Writes down that somebody saw a case's personal numbers.
     *
     * @param place where they were shown, e.g. the id of a task's step, or casePage
     */
    public void seen(String caseNumber, String actor, String place) {
        jdbc.sql("insert into access_log (case_number, actor, place, at) values (?, ?, ?, ?)")
                .params(caseNumber, actor, place, Timestamp.from(clock.instant()))
                .update();
    }
}
