package org.chunfeng.modelview;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts and lists open clocks by step, out of the ledger. */
@Repository
class OpenClocks {

    private static final String OPEN =
            " from clock c join case_file f using (case_number) where c.stopped_at is null and (:bureau = '' or c.bureau = :bureau) ";

    private static final String COUNTS =
            "select c.step, count(*) as open, count(*) filter (where %s) as at_risk, count(*) filter (where %s) as overdue"
                    .formatted(Standing.AT_RISK.condition(), Standing.OVERDUE.condition());

    private static final String STATE =
            "case when %s then 'OVERDUE' when c.suspended then 'SUSPENDED' when %s then 'AT_RISK' else 'OPEN' end as state"
                    .formatted(Standing.OVERDUE.condition(), Standing.AT_RISK.condition());

    private static final String WAITING =
            "select c.case_number, f.taxpayer_name, c.bureau, f.kind, f.matter, c.started_at, c.due_at, " + STATE + OPEN
                    + "and c.step = :step ";

    private static final String BY_URGENCY = " order by c.due_at nulls last, c.case_number";

    private final JdbcClient sql;
    private final Clock clock;

    OpenClocks(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What is open at a step. */
    record Count(String step, long open, long atRisk, long overdue) {

        static Count none(String step) {
            return new Count(step, 0, 0, 0);
        }
    }

    /** One open clock and its case. */
    record Waiting(
            String caseNumber,
            String taxpayerName,
            String bureau,
            String kind,
            String matter,
            Instant startedAt,
            @Nullable Instant dueAt,
            String state) {}

    /** By step, whatever kind of case called the model. */
    Map<String, Count> of(Collection<String> steps, String bureau) {
        return byStep(asked(COUNTS + OPEN + "and c.step = any(:steps) group by c.step", bureau)
                .param("steps", steps.toArray(String[]::new)));
    }

    /** The clocks of whole cases of a kind: those whose step is none of a model. */
    Map<String, Count> ofWholeCases(String kind, Collection<String> steps, String bureau) {
        return byStep(asked(COUNTS + OPEN + "and f.kind = :kind and c.step <> all(:steps) group by c.step", bureau)
                .param("kind", kind)
                .param("steps", steps.toArray(String[]::new)));
    }

    /** The most urgent first. */
    List<Waiting> page(String step, Standing standing, String bureau, int size, int offset) {
        return asked(
                        WAITING + "and (" + standing.condition() + ")" + BY_URGENCY + " limit :size offset :offset",
                        bureau)
                .param("step", step)
                .param("size", size)
                .param("offset", offset)
                .query(Waiting.class)
                .list();
    }

    /** The cases whose clock of a step stands so, the most urgent first. */
    List<String> cases(String step, Standing standing, String bureau) {
        return asked(
                        "select c.case_number" + OPEN + "and c.step = :step and (" + standing.condition() + ")"
                                + BY_URGENCY,
                        bureau)
                .param("step", step)
                .query(String.class)
                .list();
    }

    /** These cases at their clock of a step, the most urgent first. */
    List<Waiting> at(String step, List<String> caseNumbers) {
        return asked(WAITING + "and c.case_number = any(:cases)" + BY_URGENCY, "")
                .param("step", step)
                .param("cases", caseNumbers.toArray(String[]::new))
                .query(Waiting.class)
                .list();
    }

    private static Map<String, Count> byStep(JdbcClient.StatementSpec statement) {
        return statement.query(Count.class).list().stream().collect(Collectors.toMap(Count::step, Function.identity()));
    }

    private JdbcClient.StatementSpec asked(String statement, String bureau) {
        return sql.sql(statement).param("bureau", bureau).param("now", Timestamp.from(clock.instant()));
    }
}
