package org.chunfeng.casefile;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who did what, append-only (执法全过程记录, plan measure 61). */
@Component
public class CaseEvents {

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseEvents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void record(String caseNumber, String actor, String step, String action, String detail) {
        jdbc.sql("insert into case_event (case_number, at, actor, step, action, detail) values (?, ?, ?, ?, ?, ?)")
                .params(caseNumber, Timestamp.from(clock.instant()), actor, step, action, detail)
                .update();
    }

    /** The timeline of a case, oldest first. */
    public List<CaseEvent> of(String caseNumber) {
        return jdbc.sql(
                        "select case_number, at, actor, step, action, detail from case_event where case_number = ? order by case_event_id")
                .param(caseNumber)
                .query((row, number) -> new CaseEvent(
                        row.getString("case_number"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor"),
                        row.getString("step"),
                        row.getString("action"),
                        row.getString("detail")))
                .list();
    }

    /** Who took that step of the case last, which four-eyes rules ask. */
    public Optional<String> lastActor(String caseNumber, String step) {
        return jdbc.sql(
                        "select actor from case_event where case_number = ? and step = ? order by case_event_id desc limit 1")
                .params(caseNumber, step)
                .query(String.class)
                .optional();
    }
}
