package org.chunfeng.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the counters: a handful of statements over sums, whatever the number of cases. */
@Repository
class Sums {

    private static final String COUNTERS = """
            coalesce(sum(carried), 0)::bigint as carried, coalesce(sum(received), 0)::bigint as received,
            coalesce(sum(finished), 0)::bigint as finished, coalesce(sum(late), 0)::bigint as late,
            coalesce(sum(breaches), 0)::bigint as breaches, coalesce(sum(measured), 0)::bigint as measured,
            coalesce(sum(used), 0)::bigint as used, coalesce(sum(allowed), 0)::bigint as allowed
            """;

    private static final String BY_PLACE = """
            with sums as (
                select c.report_place_id,
                    sum(c.started - c.stopped) filter (where c.day < :from) as carried,
                    sum(c.started) filter (where c.day >= :from) as received,
                    sum(c.stopped) filter (where c.day >= :from) as finished,
                    sum(c.late) filter (where c.day >= :from) as late,
                    sum(c.breached) filter (where c.day >= :from) as breaches,
                    sum(c.measured) filter (where c.day >= :from) as measured,
                    sum(c.used) filter (where c.day >= :from) as used,
                    sum(c.allowed) filter (where c.day >= :from) as allowed
                from report_cell c where (%s or %s) and %s group by c.report_place_id)
            select p.step <> '' as of_steps, p.bureau, p.kind, p.matter, p.step, p.person, p.clock_kind,
                grouping(p.bureau, p.kind, p.matter, p.step, p.person, p.clock_kind) as shape,
            """ + COUNTERS + """
            from sums join report_place p using (report_place_id)
            where p.counts and %s
            group by grouping sets ((p.step <> ''), (p.step <> '', p.bureau), (p.step <> '', p.kind, p.matter),
                (p.step <> '', p.step), (p.step <> '', p.person), (p.step <> '', p.clock_kind),
                (p.step <> '', p.bureau, p.step), (p.step <> '', p.bureau, p.kind, p.matter),
                (p.step <> '', p.bureau, p.clock_kind), (p.step <> '', p.kind, p.matter, p.clock_kind))
            """;

    private static final String BY_MONTH = """
            with sums as (
                select p.step <> '' as of_steps, case when c.day >= :first then c.day end as month,
                    sum(c.started) as started, sum(c.stopped) as stopped, sum(c.late) as late, sum(c.breached) as breached
                from report_cell c join report_place p using (report_place_id)
                where (%s or c.grain = 'M' and c.day between :first and :last) and p.counts and %s and %s
                group by 1, 2)
            select * from sums order by of_steps, month nulls first
            """;

    private static final String AVERAGES = """
            select p.bureau, c.day as month, sum(c.measured) as measured, sum(c.used) as used, sum(c.allowed) as allowed
            from report_cell c join report_place p using (report_place_id)
            where c.grain = 'M' and c.day between date_trunc('month', :from::date)::date and :to
                and p.kind = 'REFUND' and p.matter = 'EXPORT' and p.step = 'promise' and p.clock_kind = 'PROMISE'
                and (:bureau = '' or p.bureau = :bureau)
            group by p.bureau, c.day having sum(c.measured) > 0
            order by c.day desc, p.bureau
            """;

    private final JdbcClient sql;

    Sums(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * The counters of one cell.
     *
     * @param shape which of bureau, kind, matter, step, person and clock kind were summed over: a bit each, bureau highest
     */
    record Cell(
            boolean ofSteps,
            @Nullable String bureau,
            @Nullable String kind,
            @Nullable String matter,
            @Nullable String step,
            @Nullable String person,
            @Nullable String clockKind,
            int shape,
            Counts counts) {}

    /** The flow of one month, or of all before when the month is null. */
    record MonthFlow(
            boolean ofSteps, @Nullable LocalDate month, long started, long stopped, long late, long breached) {}

    /** The average of the working days that export refunds took in a county and month (RF-5). */
    record Average(String bureau, LocalDate month, long measured, long used, long allowed) {}

    List<Cell> byPlace(Scope scope) {
        String statement = BY_PLACE.formatted(
                Period.before(scope.from()).sql(), scope.period().sql(), scope.within(), scope.where());
        return sql.sql(statement)
                .params(scope.parameters())
                .query((row, number) -> new Cell(
                        row.getBoolean("of_steps"),
                        row.getString("bureau"),
                        row.getString("kind"),
                        row.getString("matter"),
                        row.getString("step"),
                        row.getString("person"),
                        row.getString("clock_kind"),
                        row.getInt("shape"),
                        new Counts(
                                row.getLong("carried"),
                                row.getLong("received"),
                                row.getLong("finished"),
                                row.getLong("late"),
                                row.getLong("breaches"),
                                row.getLong("measured"),
                                row.getLong("used"),
                                row.getLong("allowed"))))
                .list();
    }

    /** Month by month, first the sum of all before the first one. */
    List<MonthFlow> byMonth(Scope scope, LocalDate first, LocalDate last) {
        return sql.sql(BY_MONTH.formatted(Period.before(first).sql(), scope.where(), scope.within()))
                .params(scope.parameters())
                .param("first", first)
                .param("last", last)
                .query(MonthFlow.class)
                .list();
    }

    long breaches(Scope scope) {
        return sql.sql("""
                        select coalesce(sum(c.breached), 0)::bigint
                        from report_cell c join report_place p using (report_place_id) where p.counts and p.step <> '' and
                        """ + scope.period().sql() + " and " + scope.where() + " and " + scope.within())
                .params(scope.parameters())
                .query(Long.class)
                .single();
    }

    List<Average> exportAverages(Scope scope) {
        return sql.sql(AVERAGES).params(scope.parameters()).query(Average.class).list();
    }
}
