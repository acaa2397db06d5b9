package org.chunfeng.overpayment;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chunfeng.casefile.CaseStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes overpayments by the hundred, a statement each. */
@Component
class OverpaymentBatch {

    private static final String CLAIM = """
            insert into overpayment (case_number, natural_key, found_by, import_id, import_row, tax_item, sub_item, period_from,
                period_to, voucher_no, paid_fen, id_override_reason, remark, contact_name, contact_phone, bank_name,
                account_name, account_no)
            select case_number, natural_key, 'PLATFORM', ?, import_row, tax_item, sub_item, period_from, period_to, voucher_no,
                paid_fen, id_reason, remark, contact, phone, bank, account_name, account_no
            from unnest(?::text[], ?::text[], ?::int[], ?::text[], ?::text[], ?::date[], ?::date[], ?::text[], ?::bigint[],
                ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                as row (case_number, natural_key, import_row, tax_item, sub_item, period_from, period_to, voucher_no, paid_fen,
                id_reason, remark, contact, phone, bank, account_name, account_no)
            order by natural_key
            on conflict (natural_key) do nothing
            returning case_number
            """;

    private static final String KNOWN = """
            select o.natural_key, c.case_number, c.bureau, c.taxpayer_name, c.amount_fen, c.status = ? as open
            from overpayment o join case_file c using (case_number) where o.natural_key = any(?)
            """;

    private final JdbcClient jdbc;

    OverpaymentBatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row with the number that its case would get. */
    record Numbered(String caseNumber, ListRow row, FoundOverpayment found) {}

    /** Fails rather than waits for ever for somebody else's overpayments; the chunk is then tried again. */
    void waitNotTooLong() {
        jdbc.sql("set local lock_timeout = '30s'").update();
    }

    /** What there is already under these keys. */
    Map<String, KnownOverpayment> known(List<String> naturalKeys) {
        return jdbc
                .sql(KNOWN)
                .params(CaseStatus.RECEIVED.name(), naturalKeys.toArray(String[]::new))
                .query((row, number) -> new KnownOverpayment(
                        row.getString("natural_key"),
                        row.getString("case_number"),
                        row.getString("bureau"),
                        row.getString("taxpayer_name"),
                        row.getLong("amount_fen"),
                        row.getBoolean("open"),
                        false))
                .list()
                .stream()
                .collect(Collectors.toMap(KnownOverpayment::naturalKey, known -> known));
    }

    /** Claims the natural keys in one order, so that two imports wait for each other and never lock; answers who won. */
    Set<String> claim(long importId, List<Numbered> rows) {
        return new HashSet<>(jdbc.sql(CLAIM)
                .param(importId)
                .param(column(rows, Numbered::caseNumber))
                .param(column(rows, row -> row.found().naturalKey()))
                .param(column(rows, row -> String.valueOf(row.row().number())))
                .param(column(rows, row -> row.found().taxItem()))
                .param(text(rows, "taxSubItemName"))
                .param(column(rows, row -> row.found().periodFrom().toString()))
                .param(column(rows, row -> row.found().periodTo().toString()))
                .param(column(rows, row -> row.found().voucherNo()))
                .param(column(rows, row -> String.valueOf(row.found().paid().fen())))
                .param(text(rows, "taxpayerIdOverrideReason"))
                .param(text(rows, "remark"))
                .param(text(rows, "contactName"))
                .param(text(rows, "contactPhone"))
                .param(text(rows, "bankName"))
                .param(text(rows, "accountName"))
                .param(text(rows, "accountNo"))
                .query(String.class)
                .list());
    }

    void correct(String caseNumber, FoundOverpayment found) {
        jdbc.sql("update overpayment set paid_fen = ? where case_number = ?")
                .params(found.paid().fen(), caseNumber)
                .update();
    }

    private static String[] text(List<Numbered> rows, String field) {
        return column(rows, row -> row.found().text(field));
    }

    private static String[] column(List<Numbered> rows, Function<Numbered, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
