package org.chunfeng.deregistration;

import java.sql.Date;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The periods that a non-normal taxpayer confirms in one go (plan measure 36), in the table zero_declaration. */
@Component
class ZeroDeclarations {

    private final JdbcClient jdbc;

    ZeroDeclarations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A period, and what was confirmed of it; null before. */
    record Line(ZeroPeriod period, @Nullable Boolean zero) {}

    void register(String caseNumber, List<ZeroPeriod> periods) {
        jdbc.sql("""
                        insert into zero_declaration (case_number, tax_item, period_from, period_to)
                        select :case, item, since, until
                        from unnest(:items::text[], :from::date[], :to::date[]) as period (item, since, until)
                        """)
                .param("case", caseNumber)
                .param("items", periods.stream().map(ZeroPeriod::taxItem).toArray(String[]::new))
                .param(
                        "from",
                        periods.stream().map(one -> Date.valueOf(one.from())).toArray(Date[]::new))
                .param("to", periods.stream().map(one -> Date.valueOf(one.to())).toArray(Date[]::new))
                .update();
    }

    List<Line> of(String caseNumber) {
        return jdbc.sql("select * from zero_declaration where case_number = ? order by tax_item, period_from")
                .param(caseNumber)
                .query((row, number) -> new Line(
                        new ZeroPeriod(
                                row.getString("tax_item"),
                                row.getDate("period_from").toLocalDate(),
                                row.getDate("period_to").toLocalDate()),
                        row.getObject("zero", Boolean.class)))
                .list();
    }

    /** Confirms every period: zero, except those named. */
    void confirm(String caseNumber, Collection<String> notZero) {
        jdbc.sql("""
                        update zero_declaration set zero = not (tax_item || ':' || to_char(period_from, 'YYYYMM') = any(?))
                        where case_number = ?
                        """).params(notZero.toArray(String[]::new), caseNumber).update();
    }
}
