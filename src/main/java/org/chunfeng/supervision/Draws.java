package org.chunfeng.supervision;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Draws the lists from the ledger as it stood when business opened on the day, so that a run that was missed, or is looked
 * at again, gives the same.
 */
@Component
class Draws {

    /** Clocks that were open and past their due time at that moment, the worst of each case. */
    private static final String OVERDUE = """
            select distinct on (c.case_number) c.case_number, 'OVERDUE' as reason, c.step, c.due_at, null::int as days
            from clock c join case_file f using (case_number)
            where c.bureau = :bureau and f.kind = any(:kinds) and c.escalates and c.opened_at <= :at and c.due_at <= :at
                and (c.stopped_at is null or c.stopped_at > :at)
            order by c.case_number, c.due_at, c.step
            """;

    private static final String BREACHED = """
            select distinct on (b.case_number) b.case_number, 'BREACHED' as reason, b.step, b.due_at, null::int as days
            from breach b join case_file f using (case_number)
            where b.bureau = :bureau and f.kind = any(:kinds) and b.due_at >= :from and b.due_at < :at
            order by b.case_number, b.due_at, b.step
            """;

    /** Treasury sent back more than one slip of the case, the last one within the quarter. */
    private static final String RETURNED = """
            select s.case_number, 'RETURNED' as reason, '' as step, null::timestamptz as due_at, null::int as days
            from treasury_answer t join slip s using (slip_no) join case_file f using (case_number)
            where f.bureau = :bureau and t.answer = 'RETURNED' and t.fate = 'APPLIED' and t.received_at < :at
            group by s.case_number having count(*) > 1 and max(t.received_at) >= :from
            order by s.case_number
            """;

    private final JdbcClient sql;
    private final SupervisionDays days;
    private final LongSuspensions suspensions;

    Draws(JdbcClient sql, SupervisionDays days, LongSuspensions suspensions) {
        this.sql = sql;
        this.days = days;
        this.suspensions = suspensions;
    }

    /** Everything that the run is about, in a fixed order. */
    List<SupervisionItem> found(SupervisionRun run) {
        LocalDate firstOfMonth = run.dueOn().withDayOfMonth(1);
        return switch (run.kind()) {
            case REFUND_SAMPLE -> asked(OVERDUE, run, run.dueOn(), "REFUND");
            case DEREGISTRATION_MONTH ->
                merged(
                        asked(OVERDUE, run, firstOfMonth, "DEREGISTRATION"),
                        asked(BREACHED, run, firstOfMonth.minusMonths(1), "DEREGISTRATION"));
            case DOUBTFUL_QUARTER -> doubtful(run, firstOfMonth.minusMonths(3));
        };
    }

    private List<SupervisionItem> doubtful(SupervisionRun run, LocalDate quarter) {
        var all = new ArrayList<>(asked(OVERDUE, run, quarter, "REFUND", "DEREGISTRATION", "OVERPAYMENT"));
        all.addAll(suspensions.found(run.bureau(), quarter, run.dueOn()));
        all.addAll(asked(RETURNED, run, quarter, "REFUND"));
        return all;
    }

    /** Those of the first list, and those of the second whose case is not among them. */
    private static List<SupervisionItem> merged(List<SupervisionItem> first, List<SupervisionItem> second) {
        var all = new ArrayList<>(first);
        List<String> known = first.stream().map(SupervisionItem::caseNumber).toList();
        second.stream().filter(item -> !known.contains(item.caseNumber())).forEach(all::add);
        return all;
    }

    private List<SupervisionItem> asked(String statement, SupervisionRun run, LocalDate from, String... kinds) {
        Instant at = days.moment(run.dueOn());
        return sql
                .sql(statement)
                .param("bureau", run.bureau())
                .param("kinds", kinds)
                .param("at", Timestamp.from(at))
                .param("from", Timestamp.from(days.startOf(from)))
                .query(SupervisionItem.class)
                .list()
                .stream()
                .map(item -> days.withLateness(item, at))
                .toList();
    }
}
