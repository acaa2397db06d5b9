package org.chunfeng.deregistration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chunfeng.casefile.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of each case, append-only, in the table deregistration_fact. */
@Component
class Evidences {

    private static final String RECORD = """
            insert into deregistration_fact (case_number, code, answer, amount_fen, source, confirmed_by, confirmed_at)
            select :case, code, answer, amount, source, nullif(by, ''), case when by = '' then null else at end
            from unnest(:codes::text[], :answers::text[], :amounts::bigint[], :sources::text[], :by::text[],
                :at::timestamptz[]) as known (code, answer, amount, source, by, at)
            """;

    private static final String LATEST = """
            select distinct on (case_number, code) * from deregistration_fact where case_number = any(?)
            order by case_number, code, fact_id desc
            """;

    private final JdbcClient jdbc;

    Evidences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes all of it in one statement. */
    void record(String caseNumber, Collection<Evidence> known) {
        if (known.isEmpty()) {
            return;
        }
        jdbc.sql(RECORD)
                .param("case", caseNumber)
                .param("codes", known.stream().map(one -> one.code().field()).toArray(String[]::new))
                .param("answers", known.stream().map(one -> one.answer().name()).toArray(String[]::new))
                .param("amounts", known.stream().map(Evidences::fen).toArray(Long[]::new))
                .param("sources", known.stream().map(Evidence::source).toArray(String[]::new))
                .param("by", known.stream().map(Evidences::by).toArray(String[]::new))
                .param("at", known.stream().map(Evidences::at).toArray(Timestamp[]::new))
                .update();
    }

    /** What counts now, one a question. */
    List<Evidence> of(String caseNumber) {
        return of(List.of(caseNumber)).getOrDefault(caseNumber, List.of());
    }

    /** The same of many cases, by case. */
    Map<String, List<Evidence>> of(Collection<String> caseNumbers) {
        Map<String, List<Evidence>> known = new HashMap<>();
        jdbc.sql(LATEST).param(caseNumbers.toArray(String[]::new)).query(row -> {
            known.computeIfAbsent(row.getString("case_number"), any -> new ArrayList<>())
                    .add(map(row));
        });
        return known;
    }

    Map<FactCode, Answer> answers(String caseNumber) {
        return answers(of(caseNumber));
    }

    static Map<FactCode, Answer> answers(List<Evidence> known) {
        return known.stream()
                .collect(Collectors.toMap(
                        Evidence::code, Evidence::answer, (one, later) -> later, () -> new EnumMap<>(FactCode.class)));
    }

    long last(String caseNumber) {
        return jdbc.sql("select coalesce(max(fact_id), 0) from deregistration_fact where case_number = ?")
                .param(caseNumber)
                .query(Long.class)
                .single();
    }

    private static @Nullable Long fen(Evidence known) {
        return known.amount() == null ? null : known.amount().fen();
    }

    private static String by(Evidence known) {
        return known.confirmedBy() == null ? "" : known.confirmedBy();
    }

    private static @Nullable Timestamp at(Evidence known) {
        return known.confirmedAt() == null ? null : Timestamp.from(known.confirmedAt());
    }

    private static Evidence map(ResultSet row) throws SQLException {
        Long fen = row.getObject("amount_fen", Long.class);
        Timestamp at = row.getTimestamp("confirmed_at");
        return new Evidence(
                FactCode.of(row.getString("code")),
                Answer.valueOf(row.getString("answer")),
                fen == null ? null : new Money(fen),
                row.getString("source"),
                row.getString("confirmed_by"),
                at == null ? null : at.toInstant());
    }
}
