package org.chunfeng.supervision;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every supervision that was done, in the tables supervision_run and supervision_item. */
@Repository
class SupervisionRuns {

    private final JdbcClient sql;

    SupervisionRuns(JdbcClient sql) {
        this.sql = sql;
    }

    /** The day of the last one of a county. */
    @Nullable
    LocalDate last(SupervisionKind kind, String bureau) {
        return sql.sql("select due_on from supervision_run where kind = ? and bureau = ? order by due_on desc limit 1")
                .params(kind.name(), bureau)
                .query(LocalDate.class)
                .optional()
                .orElse(null);
    }

    /** Fails on a second one of the same kind, day and county. */
    void insert(SupervisionRun run, Instant ranAt) {
        sql.sql("""
                        insert into supervision_run (kind, due_on, bureau, case_number, ran_at, missed, share_percent, seed)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        run.kind().name(),
                        run.dueOn(),
                        run.bureau(),
                        run.caseNumber(),
                        Timestamp.from(ranAt),
                        run.missed(),
                        run.sharePercent(),
                        run.seed())
                .update();
    }

    SupervisionRun get(String caseNumber) {
        return sql.sql("select * from supervision_run where case_number = ?")
                .param(caseNumber)
                .query(SupervisionRun.class)
                .single();
    }

    /** Keeps what was drawn; a second time changes nothing. */
    void keep(SupervisionRun run, int found, List<SupervisionItem> drawn) {
        sql.sql("update supervision_run set found = ? where supervision_run_id = ?")
                .params(found, run.supervisionRunId())
                .update();
        for (int i = 0; i < drawn.size(); i++) {
            SupervisionItem item = drawn.get(i);
            sql.sql("""
                            insert into supervision_item (supervision_run_id, position, case_number, reason, step, due_at, days)
                            values (?, ?, ?, ?, ?, cast(? as timestamptz), cast(? as int)) on conflict do nothing""")
                    .param(run.supervisionRunId())
                    .param(i + 1)
                    .param(item.caseNumber())
                    .param(item.reason())
                    .param(item.step())
                    .param(item.dueAt() == null ? null : Timestamp.from(item.dueAt()))
                    .param(item.days())
                    .update();
        }
    }

    List<SupervisionItem> items(String caseNumber) {
        return sql.sql("""
                        select i.case_number, i.reason, i.step, i.due_at, i.days
                        from supervision_item i join supervision_run r using (supervision_run_id)
                        where r.case_number = ? order by i.position""").param(caseNumber).query(SupervisionItem.class).list();
    }

    void conclude(String caseNumber, String outcome, String finding) {
        sql.sql("update supervision_run set outcome = ?, finding = ? where case_number = ?")
                .params(outcome, finding, caseNumber)
                .update();
    }
}
