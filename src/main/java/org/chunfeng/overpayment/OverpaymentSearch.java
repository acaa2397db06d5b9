package org.chunfeng.overpayment;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.chunfeng.engine.Actor;
import org.chunfeng.engine.Actors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Finds overpayments for whoever asks, the most urgent first: the own county, for the prefecture's people every one. */
@Component
class OverpaymentSearch {

    private static final String FROM = """
            from case_file c join overpayment o using (case_number)
                left join clock k on k.case_number = c.case_number and k.stopped_at is null
            where c.kind = 'OVERPAYMENT' and (:bureau::text is null or c.bureau = :bureau)
                and (:matter::text is null or c.matter = :matter)
                and (:importId::bigint is null or o.import_id = :importId)
                and case :stage when '' then c.status <> 'CLOSED' when 'ALL' then true
                    when 'CLOSED' then c.status = 'CLOSED'
                    when 'REFUND' then c.status <> 'CLOSED' and k.step is null
                    else c.status <> 'CLOSED' and k.step = any(:steps) end
                and (:dueBefore::timestamptz is null or k.due_at < :dueBefore)
                and (:text = '' or c.case_number like :upper || '%' or c.taxpayer_id = :upper or o.voucher_no = :text
                    or c.taxpayer_name ilike '%' || :text || '%')
            """;

    private static final String COLUMNS = """
            select c.*, o.tax_item, o.sub_item, o.period_from, o.period_to, o.voucher_no, o.class, o.reason, o.reason_text,
                o.recheck_on, o.classified_by, o.classified_at, o.settled_on, k.step, k.due_at, k.target_on
            """;

    private final JdbcClient jdbc;
    private final Actors actors;
    private final Clock clock;

    OverpaymentSearch(JdbcClient jdbc, Actors actors, Clock clock) {
        this.jdbc = jdbc;
        this.actors = actors;
        this.clock = clock;
    }

    /** One page, and how many there are in all. */
    record Found(List<OverpaymentRow> rows, long total) {}

    Found find(OverpaymentFilter filter, int size) {
        long total = count(filter);
        var rows = asked(
                        COLUMNS + FROM + " order by k.due_at nulls last, c.case_number limit :size offset :offset",
                        filter,
                        stage(filter))
                .param("size", size)
                .param("offset", (filter.pageOrFirst() - 1L) * size)
                .query(OverpaymentRow::map)
                .list();
        return new Found(rows, total);
    }

    long count(OverpaymentFilter filter) {
        return asked("select count(*) " + FROM, filter, stage(filter))
                .query(Long.class)
                .single();
    }

    /** The numbers of everything that the filter finds, most urgent first, at most so many. */
    List<String> numbers(OverpaymentFilter filter, int most) {
        return asked(
                        "select c.case_number " + FROM + " order by k.due_at nulls last, c.case_number limit :size",
                        filter,
                        stage(filter))
                .param("size", most)
                .query(String.class)
                .list();
    }

    /** A piece of everything that the filter finds, closed cases too unless it names a stage, by case number. */
    List<OverpaymentRow> after(OverpaymentFilter filter, String caseNumber, int size) {
        String stage = filter.stage() == null ? "ALL" : filter.stage().name();
        return asked(COLUMNS + FROM + " and c.case_number > :after order by c.case_number limit :size", filter, stage)
                .param("after", caseNumber)
                .param("size", size)
                .query(OverpaymentRow::map)
                .list();
    }

    private StatementSpec asked(String sql, OverpaymentFilter filter, String stage) {
        Actor actor = actors.current();
        String literal = filter.textOrEmpty().replaceAll("[\\\\%_]", "\\\\$0");
        List<String> steps = filter.stage() == null ? List.of() : filter.stage().steps();
        return jdbc.sql(sql)
                .param("bureau", actor.prefecture() ? filter.bureauOrNull() : actor.bureau())
                .param("matter", filter.matterOrNull())
                .param("importId", filter.importId())
                .param("stage", stage)
                .param("steps", steps.toArray(String[]::new))
                .param("dueBefore", dueBefore(filter))
                .param("text", literal)
                .param("upper", literal.toUpperCase(Locale.ROOT));
    }

    private @Nullable Timestamp dueBefore(OverpaymentFilter filter) {
        return filter.due() == null
                ? null
                : Timestamp.from(
                        clock.instant().plus(Duration.ofDays(filter.due().days())));
    }

    private static String stage(OverpaymentFilter filter) {
        return filter.stage() == null ? "" : filter.stage().name();
    }
}
