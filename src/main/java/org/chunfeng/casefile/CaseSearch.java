package org.chunfeng.casefile;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds cases for people: by number, taxpayer, bureau, kind and status, newest first. */
@Component
public class CaseSearch {

    private static final String WHERE = """
            where (:bureau::text is null or bureau = :bureau) and (:kind::text is null or kind = :kind)
              and (:status::text is null or status = :status)
              and (:text = '' or case_number like :upper || '%' or taxpayer_id = :upper
                   or taxpayer_name ilike '%' || :text || '%')
            """;

    private final JdbcClient jdbc;

    CaseSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What somebody looks for; null means all.
     *
     * @param text the beginning of a case number, a whole taxpayer number, or a part of a taxpayer's name
     * @param page from 1
     */
    public record Query(
            @Nullable String bureau,
            @Nullable CaseKind kind,
            @Nullable CaseStatus status,
            String text,
            int page,
            int size) {}

    /** One page of what was found, and how many there are in all. */
    public record Found(List<CaseFile> cases, long total) {}

    public Found find(Query query) {
        long total = asked("select count(*) from case_file " + WHERE, query)
                .query(Long.class)
                .single();
        List<CaseFile> cases = asked(
                        "select * from case_file " + WHERE
                                + " order by opened_at desc, case_number desc limit :size offset :offset",
                        query)
                .param("size", query.size())
                .param("offset", (query.page() - 1L) * query.size())
                .query(CaseFiles::map)
                .list();
        return new Found(cases, total);
    }

    /** The latest cases of a bureau, of all when null; supervision opens its cases by itself and would push out the others. */
    public List<CaseFile> newest(@Nullable String bureau, int size) {
        return jdbc.sql("""
                        select * from case_file
                        where (:bureau::text is null or bureau = :bureau) and kind <> 'SUPERVISION'
                        order by opened_at desc, case_number desc limit :size
                        """)
                .param("bureau", bureau)
                .param("size", size)
                .query(CaseFiles::map)
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, Query query) {
        String literal = query.text().strip().replaceAll("[\\\\%_]", "\\\\$0");
        return jdbc.sql(sql)
                .param("bureau", query.bureau())
                .param("kind", query.kind() == null ? null : query.kind().name())
                .param("status", query.status() == null ? null : query.status().name())
                .param("text", literal)
                .param("upper", literal.toUpperCase(Locale.ROOT));
    }
}
