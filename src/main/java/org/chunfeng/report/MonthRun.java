package org.chunfeng.report;

import java.time.YearMonth;
import java.util.List;
import org.chunfeng.casefile.Bureau;
import org.chunfeng.casefile.Bureaus;
import org.chunfeng.engine.Actors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Freezes what is due, each month in one transaction and once, whichever node comes first. Months that were missed are
 * caught up in order and without a letter: only the last one, which is due now, is sent, also after a run that broke off.
 */
@Component
class MonthRun {

    private final MonthCalendar calendar;
    private final MonthReports reports;
    private final MonthLetters letters;
    private final RollUp rollUp;
    private final Bureaus bureaus;
    private final JdbcClient sql;
    private final TransactionOperations transactions;

    MonthRun(
            MonthCalendar calendar,
            MonthReports reports,
            MonthLetters letters,
            RollUp rollUp,
            Bureaus bureaus,
            JdbcClient sql,
            TransactionOperations transactions) {
        this.calendar = calendar;
        this.reports = reports;
        this.letters = letters;
        this.rollUp = rollUp;
        this.bureaus = bureaus;
        this.sql = sql;
        this.transactions = transactions;
    }

    @Scheduled(fixedDelayString = "${chunfeng.report.freeze-every:PT1M}")
    void run() {
        List<YearMonth> due = calendar.due();
        if (due.isEmpty()) {
            return;
        }
        YearMonth last = due.get(due.size() - 1);
        rollUp.catchUpInTurn();
        for (YearMonth month : due) {
            transactions.executeWithoutResult(status -> freeze(month, month.equals(last)));
        }
    }

    private void freeze(YearMonth month, boolean told) {
        sql.sql("select pg_advisory_xact_lock(hashtext('report_month'))")
                .query()
                .singleRow();
        if (!calendar.due().contains(month)) {
            return;
        }
        reports.freeze(month, "", Actors.SYSTEM);
        bureaus.all().stream()
                .filter(bureau -> !bureau.isPrefecture())
                .map(Bureau::bureau)
                .forEach(bureau -> reports.freeze(month, bureau, Actors.SYSTEM));
        if (told) {
            letters.send(month);
        }
    }
}
