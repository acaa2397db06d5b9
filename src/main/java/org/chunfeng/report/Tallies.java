package org.chunfeng.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the distributions: causes of breaches, working days used against those allowed, and when open clocks are due. */
@Repository
class Tallies {

    private static final String VALUES = """
            select c.topic, c.value, p.clock_kind, sum(c.n) as n
            from report_tally c join report_place p using (report_place_id)
            where c.topic in ('ON_TIME', 'LATE', 'CAUSE') and %s and p.counts and p.step <> '' and %s and %s
            group by c.topic, c.value, p.clock_kind
            """;

    private static final String DUE = """
            select p.bureau, p.kind, p.matter, p.step, p.person,
                grouping(p.bureau, p.kind, p.matter, p.step, p.person) as shape,
                coalesce(sum(c.n) filter (where c.value::bigint <= :now), 0)::bigint as overdue,
                coalesce(sum(c.n) filter (where c.value::bigint > :now and c.day = :today), 0)::bigint as today,
                coalesce(sum(c.n) filter (where c.value::bigint > :now and c.day <= :weekEnd), 0)::bigint as week
            from report_tally c join report_place p using (report_place_id)
            where c.topic = 'DUE' and c.grain = 'D' and c.day <= :weekEnd and p.counts and p.step <> '' and %s
            group by grouping sets ((), (p.bureau), (p.kind, p.matter), (p.step), (p.person), (p.bureau, p.kind, p.matter))
            """;

    private static final String OVERDUE_SINCE = """
            select c.day, sum(c.n) as n from report_tally c join report_place p using (report_place_id)
            where c.topic = 'DUE' and c.grain = 'D' and c.day <= :today and c.value::bigint <= :now
                and p.counts and p.step <> '' and %s
            group by c.day order by c.day
            """;

    private final JdbcClient sql;

    Tallies(JdbcClient sql) {
        this.sql = sql;
    }

    /** How often a value was counted. */
    record Value(String topic, String value, String clockKind, long n) {}

    /** How many open clocks of one cell are late or about to be; the shape as in {@link Sums.Cell}, without clock kind. */
    record DueCell(
            @Nullable String bureau,
            @Nullable String kind,
            @Nullable String matter,
            @Nullable String step,
            @Nullable String person,
            int shape,
            Due due) {}

    /** Open clocks that were due on that day and are overdue. */
    record OverdueSince(LocalDate day, long n) {}

    List<Value> values(Scope scope) {
        return sql.sql(VALUES.formatted(scope.period().sql(), scope.where(), scope.within()))
                .params(scope.parameters())
                .query(Value.class)
                .list();
    }

    /** How many breaches have that cause; "-" for none yet. */
    long breaches(Scope scope, String cause) {
        return sql.sql("""
                        select coalesce(sum(c.n), 0)::bigint from report_tally c join report_place p using (report_place_id)
                        where c.topic = 'CAUSE' and c.value = :cause and p.counts and p.step <> '' and
                        """ + scope.period().sql() + " and " + scope.where() + " and " + scope.within())
                .params(scope.parameters())
                .param("cause", cause.equals(Figure.NONE) ? "" : cause)
                .query(Long.class)
                .single();
    }

    List<DueCell> due(Scope scope, Moment moment) {
        return sql.sql(DUE.formatted(scope.where()))
                .params(scope.parameters())
                .param("now", moment.now().getEpochSecond())
                .param("today", moment.today())
                .param("weekEnd", moment.weekEnd())
                .query((row, number) -> new DueCell(
                        row.getString("bureau"),
                        row.getString("kind"),
                        row.getString("matter"),
                        row.getString("step"),
                        row.getString("person"),
                        row.getInt("shape"),
                        new Due(row.getLong("overdue"), row.getLong("today"), row.getLong("week"))))
                .list();
    }

    List<OverdueSince> overdueSince(Scope scope, Moment moment) {
        return sql.sql(OVERDUE_SINCE.formatted(scope.where()))
                .params(scope.parameters())
                .param("now", moment.now().getEpochSecond())
                .param("today", moment.today())
                .query(OverdueSince.class)
                .list();
    }
}
