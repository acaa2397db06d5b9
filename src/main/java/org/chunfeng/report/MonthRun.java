package org.chunfeng.report;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.chunfeng.calendar.CalendarDays;
import org.chunfeng.calendar.OfficeHours;
import org.chunfeng.casefile.Bureau;
import org.chunfeng.casefile.Bureaus;
import org.chunfeng.engine.Actors;
import org.chunfeng.engine.Texts;
import org.chunfeng.notice.Notice;
import org.chunfeng.notice.Notices;
import org.chunfeng.notice.Recipient;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Freezes the month that is over when business opens on the first working day of the next one, and tells levy administration,
 * audit and the leaders; months that were missed are caught up in order. Each once, whichever node comes first.
 */
@Component
class MonthRun {

    private static final int MOST_CAUGHT_UP = 24;

    private final MonthReports reports;
    private final MonthReportRows rows;
    private final RollUp rollUp;
    private final CalendarDays calendar;
    private final OfficeHours hours;
    private final Bureaus bureaus;
    private final Notices notices;
    private final Texts texts;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final String baseUrl;

    MonthRun(
            MonthReports reports,
            MonthReportRows rows,
            RollUp rollUp,
            CalendarDays calendar,
            OfficeHours hours,
            Bureaus bureaus,
            Notices notices,
            Texts texts,
            TransactionOperations transactions,
            Clock clock,
            @Value("${chunfeng.base-url:http://localhost:8080}") String baseUrl) {
        this.reports = reports;
        this.rows = rows;
        this.rollUp = rollUp;
        this.calendar = calendar;
        this.hours = hours;
        this.bureaus = bureaus;
        this.notices = notices;
        this.texts = texts;
        this.transactions = transactions;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    @Scheduled(fixedDelayString = "${chunfeng.report.freeze-every:PT1M}")
    void run() {
        for (YearMonth month : due()) {
            rollUp.catchUp();
            transactions.executeWithoutResult(status -> freeze(month));
        }
    }

    /** The months that are over and not frozen, oldest first. */
    List<YearMonth> due() {
        YearMonth last = lastComplete();
        YearMonth next = rows.lastMonth()
                .map(month -> YearMonth.from(month).plusMonths(1))
                .or(() -> rows.firstDayCounted().map(YearMonth::from))
                .orElse(last.plusMonths(1));
        if (next.isBefore(last.minusMonths(MOST_CAUGHT_UP))) {
            next = last.minusMonths(MOST_CAUGHT_UP);
        }
        var months = new ArrayList<YearMonth>();
        for (; !next.isAfter(last); next = next.plusMonths(1)) {
            months.add(next);
        }
        return months;
    }

    /** The last month, once business has opened on the first working day after it. */
    private YearMonth lastComplete() {
        YearMonth thisMonth = YearMonth.from(LocalDate.now(clock));
        LocalDate day = thisMonth.atDay(1);
        while (!calendar.current().day(day).working()) {
            day = day.plusDays(1);
        }
        boolean open = !clock.instant().isBefore(hours.opening(day));
        return open ? thisMonth.minusMonths(1) : thisMonth.minusMonths(2);
    }

    private void freeze(YearMonth month) {
        if (reports.freeze(month, "", Actors.SYSTEM) == null) {
            return;
        }
        List<Bureau> all = bureaus.all();
        all.stream()
                .filter(bureau -> !bureau.isPrefecture())
                .forEach(bureau -> reports.freeze(month, bureau.bureau(), Actors.SYSTEM));
        String prefecture = all.stream()
                .filter(Bureau::isPrefecture)
                .findFirst()
                .orElseThrow()
                .bureau();
        tell(Recipient.group("levyAdmin", prefecture), month);
        tell(Recipient.group("audit", prefecture), month);
        all.forEach(bureau -> tell(Recipient.group("leaderOnDuty", bureau.bureau()), month));
    }

    private void tell(Recipient recipient, YearMonth month) {
        String saying = texts.code("report", "monthFrozen")
                .replace("{month}", month.toString())
                .replace("{address}", baseUrl + "/reports/months/" + month);
        notices.tell(Notice.announcement(recipient, "report-" + month, saying));
    }
}
