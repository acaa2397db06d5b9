package org.chunfeng.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads breaches and what became of them. */
@Repository
class BreachList {

    private static final String SELECT = """
            select f.clock_id, f.case_number, c.taxpayer_name, p.bureau, p.kind, p.matter, p.step, p.person as handler, b.due_at,
                k.stopped_at, f.used - f.allowed as late, f.cause, a.case_number as audit_case, a.conclusion,
                case when a.case_number is null then 'RECORDED' when a.concluded_at is not null then 'CONCLUDED'
                    when a.referred_by is not null or a.passed_on then 'REFERRED'
                    when a.explained_at is not null or a.silent then 'EXPLAINED' else 'OPENED' end as stage
            """;

    private static final String FROM = """
            from report_fact f join report_place p using (report_place_id) join case_file c using (case_number)
                join clock k using (clock_id) join breach b using (clock_id) left join audit_case a using (breach_id)
                left join unnest(cast(:days as date[]), cast(:lates as int[])) as running (day, late) on running.day = f.breached_on and f.stopped_on is null
            where f.breached_on between :from and :to and p.counts and p.step <> ''
                and (:cause = '' or f.cause = case :cause when '-' then '' else :cause end) and\s
            """;

    private static final Map<String, String> ORDERS = Map.of(
            "due", "f.breached_on %1$s, b.due_at %1$s",
            "case", "f.case_number %1$s",
            "taxpayer", "c.taxpayer_name %1$s",
            "bureau", "p.bureau %1$s, f.breached_on desc",
            "step", "p.step %1$s, f.breached_on desc",
            "handler", "p.person %1$s, f.breached_on desc",
            "done", "k.stopped_at %1$s nulls first",
            "late", "coalesce(f.used - f.allowed, running.late, 0) %1$s, f.breached_on desc",
            "cause", "f.cause %1$s, f.breached_on desc",
            "conclusion", "a.conclusion %1$s nulls last, f.breached_on desc");

    private final JdbcClient sql;

    BreachList(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * @param cause empty for every cause, "-" for none yet
     * @param order a column of the report, with a minus for the reverse
     */
    record Question(Scope scope, String cause, String order, Map<LocalDate, Integer> lateSince) {}

    /** A breach as the database has it; late is null while it runs. */
    record Found(
            long clockId,
            String caseNumber,
            String taxpayerName,
            String bureau,
            String kind,
            String matter,
            String step,
            String handler,
            Instant dueAt,
            @Nullable Instant stoppedAt,
            @Nullable Integer late,
            String cause,
            @Nullable String auditCase,
            @Nullable String conclusion,
            String stage) {}

    List<Found> find(Question question, int size, long offset) {
        boolean reverse = question.order().startsWith("-");
        String column = reverse ? question.order().substring(1) : question.order();
        String order = ORDERS.getOrDefault(column, ORDERS.get("due")).formatted(reverse ? "desc" : "asc");
        return asked(
                        SELECT + FROM + question.scope().where() + " order by " + order
                                + ", f.case_number, f.step, f.epoch limit :size offset :offset",
                        question)
                .param("size", size)
                .param("offset", offset)
                .query(BreachList::found)
                .list();
    }

    long count(Question question) {
        return asked("select count(*) " + FROM + question.scope().where(), question)
                .query(Long.class)
                .single();
    }

    static boolean knows(String order) {
        return ORDERS.containsKey(order.startsWith("-") ? order.substring(1) : order);
    }

    private JdbcClient.StatementSpec asked(String statement, Question question) {
        return sql.sql(statement)
                .params(question.scope().parameters())
                .param("cause", question.cause())
                .param(
                        "days",
                        question.lateSince().keySet().stream()
                                .map(LocalDate::toString)
                                .toArray(String[]::new))
                .param("lates", question.lateSince().values().toArray(Integer[]::new));
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        Timestamp stopped = row.getTimestamp("stopped_at");
        return new Found(
                row.getLong("clock_id"),
                row.getString("case_number"),
                row.getString("taxpayer_name"),
                row.getString("bureau"),
                row.getString("kind"),
                row.getString("matter"),
                row.getString("step"),
                row.getString("handler"),
                row.getTimestamp("due_at").toInstant(),
                stopped == null ? null : stopped.toInstant(),
                row.getObject("late", Integer.class),
                row.getString("cause"),
                row.getString("audit_case"),
                row.getString("conclusion"),
                row.getString("stage"));
    }
}
