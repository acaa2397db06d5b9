package org.chunfeng.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The list of every supervision that was done, newest first, so many days at a time. */
@Repository
class SupervisionList {

    static final int PAGE_SIZE = 30;

    private static final String WHERE = "where (:bureau = '' or r.bureau = :bureau) and (:kind = '' or r.kind = :kind)";

    private final JdbcClient sql;

    SupervisionList(JdbcClient sql) {
        this.sql = sql;
    }

    /** One of them: how many there were, how many were drawn, and where it stands. */
    record Found(
            String caseNumber,
            SupervisionKind kind,
            LocalDate dueOn,
            String bureau,
            Instant ranAt,
            boolean missed,
            int found,
            int drawn,
            @Nullable String outcome,
            String finding) {}

    /** Those of a page's days, of one county and kind or of all where these are empty; all of a day stand together. */
    List<Found> page(String bureau, String kind, int page) {
        return sql.sql("""
                        select r.case_number, kind, due_on, r.bureau, r.ran_at, r.missed, coalesce(r.found, 0) as found,
                            (select count(*)::int from supervision_item i where i.supervision_run_id = r.supervision_run_id) as drawn,
                            r.outcome, r.finding
                        from (select distinct r.due_on, r.kind from supervision_run r %1$s order by r.due_on desc, r.kind
                            limit :size offset :offset) as day join supervision_run r using (due_on, kind)
                        %1$s order by r.due_on desc, r.kind, r.bureau""".formatted(WHERE))
                .param("bureau", bureau)
                .param("kind", kind)
                .param("size", PAGE_SIZE)
                .param("offset", (page - 1) * PAGE_SIZE)
                .query(Found.class)
                .list();
    }

    int pages(String bureau, String kind) {
        long total = sql.sql("select count(distinct (r.due_on, r.kind)) from supervision_run r " + WHERE)
                .param("bureau", bureau)
                .param("kind", kind)
                .query(Long.class)
                .single();
        return (int) Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
    }
}
