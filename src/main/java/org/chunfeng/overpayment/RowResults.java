package org.chunfeng.overpayment;

import java.sql.Array;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of every row of every list, in overpayment_import_row. */
@Component
class RowResults {

    private static final int FETCHED = 500;

    private final JdbcClient jdbc;
    private final JdbcOperations batch;

    RowResults(JdbcClient jdbc, JdbcOperations batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    void write(long importId, List<RowResult> results) {
        jdbc.sql("""
                        insert into overpayment_import_row (import_id, row_no, outcome, case_number, reason)
                        select ?, row_no, outcome, case_number, reason
                        from unnest(?::int[], ?::text[], ?::text[], ?::text[]) as row (row_no, outcome, case_number, reason)
                        """)
                .params(importId, column(results, result -> String.valueOf(result.rowNo())))
                .param(column(results, result -> result.outcome().name()))
                .param(column(results, RowResult::caseNumber))
                .param(column(results, RowResult::reason))
                .update();
        List<Object[]> kept = results.stream()
                .filter(result -> result.cells() != null)
                .map(result -> new Object[] {result.cells().toArray(String[]::new), importId, result.rowNo()})
                .toList();
        if (!kept.isEmpty()) {
            batch.batchUpdate("update overpayment_import_row set cells = ? where import_id = ? and row_no = ?", kept);
        }
    }

    /** A page of results in the order of the file. */
    List<RowResult> page(long importId, @Nullable String outcome, int afterRow, int size) {
        return jdbc.sql("""
                        select * from overpayment_import_row
                        where import_id = ? and row_no > ? and (?::text is null or outcome = ?) order by row_no limit ?
                        """)
                .params(importId, afterRow, outcome, outcome, size)
                .query((row, number) -> new RowResult(
                        row.getInt("row_no"),
                        RowResult.Outcome.valueOf(row.getString("outcome")),
                        row.getString("case_number"),
                        row.getString("reason"),
                        texts(row.getArray("cells"))))
                .list();
    }

    /** All results of these outcomes, in the order of the file, a few hundred in memory at a time. */
    void each(long importId, List<String> outcomes, Consumer<RowResult> taker) {
        int after = 0;
        List<RowResult> some;
        do {
            some = page(importId, null, after, FETCHED);
            some.stream()
                    .filter(result -> outcomes.contains(result.outcome().name()))
                    .forEach(taker);
            after = some.isEmpty() ? after : some.get(some.size() - 1).rowNo();
        } while (some.size() == FETCHED);
    }

    private static @Nullable List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? null : List.of((String[]) array.getArray());
    }

    private static String[] column(List<RowResult> results, Function<RowResult, @Nullable String> value) {
        return results.stream().map(value).toArray(String[]::new);
    }
}
