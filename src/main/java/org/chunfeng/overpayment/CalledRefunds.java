package org.chunfeng.overpayment;

import org.chunfeng.casefile.CaseFile;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.casefile.CaseKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The refunds that an overpayment called, as their case files tell. */
@Component
class CalledRefunds {

    private final JdbcClient jdbc;
    private final CaseFiles cases;

    CalledRefunds(JdbcClient jdbc, CaseFiles cases) {
        this.jdbc = jdbc;
        this.cases = cases;
    }

    CaseFile latestOf(String caseNumber) {
        String refund = jdbc.sql("""
                        select case_number from case_file where related_case = ? and kind = ?
                        order by opened_at desc, case_number desc limit 1
                        """)
                .params(caseNumber, CaseKind.REFUND.name())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new IllegalStateException("Case %s called no refund".formatted(caseNumber)));
        return cases.get(refund);
    }
}
