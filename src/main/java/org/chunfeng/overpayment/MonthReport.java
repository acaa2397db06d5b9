package org.chunfeng.overpayment;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.chunfeng.casefile.Money;
import org.chunfeng.engine.Actor;
import org.chunfeng.engine.Actors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 去存量、控增量 (OV-5): stock and increment of each county in a month, and why overpayments could not be cleared. */
@Component
class MonthReport {

    private static final String LINES = """
            with month as (select cast(:start as timestamptz) as from_at, cast(:end as timestamptz) as to_at),
            marked as (
                select case_number, (array_agg(class order by marked_at desc, overpayment_marking_id desc))[1] as class
                from overpayment_marking, month where marked_at < to_at group by case_number)
            select c.bureau, c.matter,
                count(*) filter (where opened_at < from_at) as carried,
                count(*) filter (where opened_at >= from_at) as received,
                count(*) filter (where closed_at < to_at) as cleared,
                count(*) filter (where closed_at is null or closed_at >= to_at) as open,
                count(*) filter (where (closed_at is null or closed_at >= to_at) and m.class = 'CANNOT_CLEAR') as unclearable,
                coalesce(sum(amount_fen) filter (where closed_at < to_at), 0) as cleared_fen,
                coalesce(sum(amount_fen) filter (where closed_at is null or closed_at >= to_at), 0) as open_fen,
                (select count(*) from breach b join case_file x using (case_number)
                    where x.kind = 'OVERPAYMENT' and x.bureau = c.bureau and x.matter = c.matter
                    and greatest(b.due_at, x.opened_at) >= min(from_at)
                    and greatest(b.due_at, x.opened_at) < min(to_at)) as breaches
            from month cross join case_file c left join marked m using (case_number)
            where c.kind = 'OVERPAYMENT' and c.opened_at < to_at and (c.closed_at is null or c.closed_at >= from_at)
                and (:bureau::text is null or c.bureau = :bureau)
            group by c.bureau, c.matter order by c.bureau, c.matter desc
            """;

    private static final String REASONS = """
            select m.reason, c.matter, count(*) as cases, sum(c.amount_fen) as amount_fen
            from overpayment_marking m join case_file c using (case_number)
            where m.class = 'CANNOT_CLEAR' and m.marked_at >= :start and m.marked_at < :end
                and (:bureau::text is null or c.bureau = :bureau)
            group by m.reason, c.matter order by cases desc, amount_fen desc, m.reason, c.matter
            """;

    private final JdbcClient jdbc;
    private final Actors actors;
    private final Clock clock;

    MonthReport(JdbcClient jdbc, Actors actors, Clock clock) {
        this.jdbc = jdbc;
        this.actors = actors;
        this.clock = clock;
    }

    /** A cell of the report: carried over and received are always cleared and open. */
    record Line(
            String bureau,
            String matter,
            long carried,
            long received,
            long cleared,
            long open,
            long unclearable,
            long breaches,
            Money clearedAmount,
            Money openAmount) {

        Line plus(Line other) {
            return new Line(
                    bureau,
                    matter,
                    carried + other.carried,
                    received + other.received,
                    cleared + other.cleared,
                    open + other.open,
                    unclearable + other.unclearable,
                    breaches + other.breaches,
                    clearedAmount.plus(other.clearedAmount),
                    openAmount.plus(other.openAmount));
        }

        static Line none(String matter) {
            return new Line("", matter, 0, 0, 0, 0, 0, 0, Money.ZERO, Money.ZERO);
        }
    }

    /** How often a reason was given in the month, most often first. */
    record Reason(String reason, String matter, long cases, Money amount) {}

    /** What the report says of one month; the totals are those of the lines. */
    record Report(YearMonth month, List<Line> lines, List<Line> totals, List<Reason> reasons) {}

    Report of(YearMonth month) {
        List<Line> lines = jdbc.sql(LINES)
                .param("start", start(month))
                .param("end", start(month.plusMonths(1)))
                .param("bureau", bureau())
                .query((row, number) -> new Line(
                        row.getString("bureau"),
                        row.getString("matter"),
                        row.getLong("carried"),
                        row.getLong("received"),
                        row.getLong("cleared"),
                        row.getLong("open"),
                        row.getLong("unclearable"),
                        row.getLong("breaches"),
                        new Money(row.getLong("cleared_fen")),
                        new Money(row.getLong("open_fen"))))
                .list();
        List<Line> totals = Stream.of("STOCK", "INCREMENT")
                .map(matter -> lines.stream()
                        .filter(line -> line.matter().equals(matter))
                        .reduce(Line.none(matter), Line::plus))
                .toList();
        return new Report(month, lines, totals, reasons(month));
    }

    YearMonth current() {
        return YearMonth.from(LocalDate.now(clock));
    }

    private List<Reason> reasons(YearMonth month) {
        return jdbc.sql(REASONS)
                .param("start", start(month))
                .param("end", start(month.plusMonths(1)))
                .param("bureau", bureau())
                .query((row, number) -> new Reason(
                        row.getString("reason"),
                        row.getString("matter"),
                        row.getLong("cases"),
                        new Money(row.getLong("amount_fen"))))
                .list();
    }

    private @Nullable String bureau() {
        Actor actor = actors.current();
        return actor.prefecture() ? null : actor.bureau();
    }

    private Timestamp start(YearMonth month) {
        return Timestamp.from(month.atDay(1).atStartOfDay(clock.getZone()).toInstant());
    }
}
