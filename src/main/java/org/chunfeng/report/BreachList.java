package org.chunfeng.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads breaches and what became of them. */
@Repository
class BreachList {

    private static final String FROM = """
            from report_fact f join report_place p using (report_place_id) %s
            where f.breached_on between :from and :to and p.counts and p.step <> ''
                and (:cause = '' or f.cause = case :cause when '-' then '' else :cause end) and %s
            """;

    /** Sorted by few columns of few tables; what is shown is read of the page's rows alone. */
    private static final Map<String, Order> ORDERS = Map.ofEntries(
            order("due", "", "f.breached_on %1$s, f.due_at %1$s"),
            order("case", "", "f.case_number %1$s"),
            order("taxpayer", "join case_file c using (case_number)", "c.taxpayer_name %1$s"),
            order("bureau", "", "p.bureau %1$s, f.breached_on desc"),
            order("step", "", "p.step %1$s, f.breached_on desc"),
            order("handler", "", "p.person %1$s, f.breached_on desc"),
            order("done", "", "f.stopped_on %1$s nulls first, f.breached_on desc"),
            order(
                    "late",
                    "left join unnest(cast(:days as date[]), cast(:lates as int[])) as running (day, late)"
                            + " on running.day = f.breached_on and f.stopped_on is null",
                    "coalesce(f.used - f.allowed, running.late, 0) %1$s, f.breached_on desc"),
            order("cause", "", "f.cause %1$s, f.breached_on desc"),
            order(
                    "conclusion",
                    "join breach b using (clock_id) left join audit_case a using (breach_id)",
                    "a.conclusion %1$s nulls last, f.breached_on desc"));

    private static final String SHOWN = """
            select f.clock_id, f.case_number, c.taxpayer_name, p.bureau, p.kind, p.matter, p.step, p.person as handler, b.due_at,
                k.stopped_at, f.used - f.allowed as late, f.cause, a.case_number as audit_case, a.conclusion,
                case when a.case_number is null then 'RECORDED' when a.concluded_at is not null then 'CONCLUDED'
                    when a.referred_by is not null or a.passed_on then 'REFERRED'
                    when a.explained_at is not null or a.silent then 'EXPLAINED' else 'OPENED' end as stage
            from unnest(:clocks) with ordinality as wanted (clock_id, place) join clock k using (clock_id)
                join report_fact f using (case_number, step, epoch) join report_place p using (report_place_id)
                join case_file c using (case_number) join breach b on b.clock_id = k.clock_id
                left join audit_case a using (breach_id)
            order by wanted.place
            """;

    private final JdbcClient sql;

    BreachList(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * @param cause empty for every cause, "-" for none yet
     * @param order a column of the report, with a minus for the reverse
     */
    record Question(Scope scope, String cause, String order, Map<LocalDate, Integer> lateSince) {}

    /** The tables that an order needs besides facts and places. */
    private record Order(String joins, String columns) {}

    private static Map.Entry<String, Order> order(String column, String joins, String columns) {
        return Map.entry(column, new Order(joins, columns));
    }

    List<FoundBreach> find(Question question, int size, long offset) {
        List<Long> clocks = clocks(question, size, offset);
        return sql.sql(SHOWN)
                .param("clocks", clocks.toArray(Long[]::new))
                .query(FoundBreach::of)
                .list();
    }

    private List<Long> clocks(Question question, int size, long offset) {
        boolean reverse = question.order().startsWith("-");
        String column = reverse ? question.order().substring(1) : question.order();
        Order order = ORDERS.getOrDefault(column, ORDERS.get("due"));
        return asked(
                        "select f.clock_id "
                                + FROM.formatted(order.joins(), question.scope().where())
                                + " order by "
                                + order.columns().formatted(reverse ? "desc" : "asc")
                                + ", f.case_number, f.step, f.epoch limit :size offset :offset",
                        question)
                .param("size", size)
                .param("offset", offset)
                .query(Long.class)
                .list();
    }

    long count(Question question) {
        return asked("select count(*) " + FROM.formatted("", question.scope().where()), question)
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
}
