package org.chunfeng.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads breaches and what became of them. */
@Repository
class BreachList {

    private static final String WHERE = """
            where p.breached_on between :from and :to and (:cause = '' or p.cause = case :cause when '-' then '' else :cause end) and
            """;

    private static final String FOUND =
            "select p.clock_id from report_breach p %1$s order by %2$s limit :size offset :offset";

    /** What still runs gets later every day: few breaches, by the day they were due, beside the many whose lateness is known. */
    private static final String FOUND_BY_LATENESS = """
            with known as (
                select p.clock_id, p.late, p.breached_on from report_breach p %1$s and p.late is not null
                order by %2$s limit :size + :offset),
            running as (
                select p.clock_id, coalesce(days.late, 0), p.breached_on from report_breach p
                    left join unnest(cast(:days as date[]), cast(:lates as int[])) as days (day, late) on days.day = p.breached_on
                %1$s and p.late is null)
            select p.clock_id from (select * from known union all select * from running) p
            order by %2$s limit :size offset :offset
            """;

    /** Each order has its index, read forwards or, for the reverse, backwards: a page never sorts all that is asked for. */
    private static final Map<String, List<String>> ORDERS = Map.of(
            "due", List.of("breached_on asc", "due_at asc", "clock_id asc"),
            "case", List.of("case_number asc", "clock_id asc"),
            "taxpayer", newestFirst("taxpayer_name asc"),
            "bureau", newestFirst("bureau asc"),
            "step", newestFirst("step asc"),
            "handler", newestFirst("person asc"),
            "done", newestFirst("stopped_on asc nulls first"),
            "late", List.of("late asc", "breached_on asc", "clock_id asc"),
            "cause", newestFirst("cause asc"),
            "conclusion", newestFirst("conclusion asc"));

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

    private static List<String> newestFirst(String column) {
        return List.of(column, "breached_on desc", "clock_id desc");
    }

    static boolean knows(String order) {
        return ORDERS.containsKey(column(order));
    }

    private static String column(String order) {
        return order.startsWith("-") ? order.substring(1) : order;
    }

    private static String sorted(String order) {
        List<String> columns = ORDERS.getOrDefault(column(order), ORDERS.get("due"));
        return columns.stream()
                .map(one -> "p." + (order.startsWith("-") ? reversed(one) : one))
                .collect(Collectors.joining(", "));
    }

    private static String reversed(String column) {
        return column.endsWith(" desc")
                ? column.replace(" desc", " asc")
                : column.replace(" asc", " desc").replace("nulls first", "nulls last");
    }

    List<FoundBreach> find(Question question, int size, long offset) {
        List<Long> clocks = clocks(question, size, offset);
        return sql.sql(SHOWN)
                .param("clocks", clocks.toArray(Long[]::new))
                .query(FoundBreach::of)
                .list();
    }

    private List<Long> clocks(Question question, int size, long offset) {
        String statement = column(question.order()).equals("late") ? FOUND_BY_LATENESS : FOUND;
        return sql.sql(statement.formatted(WHERE + question.scope().where(), sorted(question.order())))
                .params(question.scope().parameters())
                .param("cause", question.cause())
                .param("days", days(question))
                .param("lates", question.lateSince().values().toArray(Integer[]::new))
                .param("size", size)
                .param("offset", offset)
                .query(Long.class)
                .list();
    }

    private static String[] days(Question question) {
        return question.lateSince().keySet().stream().map(LocalDate::toString).toArray(String[]::new);
    }
}
