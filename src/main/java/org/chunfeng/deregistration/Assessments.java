package org.chunfeng.deregistration;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the tables answered for a case, each time they were asked; a case keeps the version that decided it. */
@Component
class Assessments {

    private final JdbcClient jdbc;
    private final Evidences evidences;
    private final Clock clock;

    Assessments(JdbcClient jdbc, Evidences evidences, Clock clock) {
        this.jdbc = jdbc;
        this.evidences = evidences;
        this.clock = clock;
    }

    /** An answer as it was kept. */
    record Kept(long id, Assessment assessment, Instant assessedAt, String assessedBy) {}

    void record(String caseNumber, Assessment assessment, String by) {
        long id = jdbc.sql("""
                        insert into deregistration_assessment (case_number, assessed_at, assessed_by, track, ground,
                            table_version, last_fact) values (?, ?, ?, ?, ?, ?, ?) returning assessment_id
                        """)
                .params(
                        caseNumber,
                        Timestamp.from(clock.instant()),
                        by,
                        assessment.track().name(),
                        assessment.ground(),
                        assessment.tableVersion(),
                        evidences.last(caseNumber))
                .query(Long.class)
                .single();
        int position = 0;
        for (Condition condition : assessment.failing()) {
            position++;
            jdbc.sql("insert into deregistration_condition values (?, ?, ?, ?, ?)")
                    .params(id, position, condition.code(), condition.sentence(), condition.remedy())
                    .update();
        }
    }

    Optional<Kept> latest(String caseNumber) {
        return jdbc.sql(
                        "select * from deregistration_assessment where case_number = ? order by assessment_id desc limit 1")
                .param(caseNumber)
                .query((row, number) -> {
                    long id = row.getLong("assessment_id");
                    var answer = new Assessment(
                            Assessment.Track.valueOf(row.getString("track")),
                            row.getString("ground"),
                            conditions(id),
                            row.getString("table_version"));
                    return new Kept(
                            id, answer, row.getTimestamp("assessed_at").toInstant(), row.getString("assessed_by"));
                })
                .optional();
    }

    private List<Condition> conditions(long assessment) {
        return jdbc.sql(
                        "select code, sentence, remedy from deregistration_condition where assessment_id = ? order by position")
                .param(assessment)
                .query(Condition.class)
                .list();
    }
}
