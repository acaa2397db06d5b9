package org.chunfeng.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import org.chunfeng.calendar.CalendarDays;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Freezes a month: what was reported stays; what turns out differently later becomes a new edition. */
@Service
class MonthReports {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RollUp rollUp;
    private final Overviews overviews;
    private final MonthReportRows reports;
    private final CalendarDays calendar;
    private final Clock clock;
    private final String rulesVersion;

    MonthReports(RollUp rollUp, Overviews overviews, MonthReportRows reports, CalendarDays calendar, Clock clock) {
        this.rollUp = rollUp;
        this.overviews = overviews;
        this.reports = reports;
        this.calendar = calendar;
        this.clock = clock;
        this.rulesVersion = rulesVersion();
    }

    /** Freezes the month of a bureau (empty: of all); null when the last edition says the same already. */
    @Nullable
    MonthReport freeze(YearMonth month, String bureau, String by) {
        rollUp.catchUpInTurn();
        String figures = JSON.writeValueAsString(figures(month, bureau));
        String sha256 = sha256(figures.getBytes(StandardCharsets.UTF_8));
        List<MonthReport> before = reports.editions(month.atDay(1), bureau);
        if (!before.isEmpty() && before.get(0).sha256().equals(sha256)) {
            return null;
        }
        var report = new MonthReport(
                month.atDay(1),
                bureau,
                before.size() + 1,
                figures,
                sha256,
                calendar.current().version(),
                rulesVersion,
                by,
                clock.instant());
        return reports.insert(report) ? report : null;
    }

    private MonthFigures figures(YearMonth month, String bureau) {
        LocalDate first = month.atDay(1);
        var scope = new Scope(first, month.atEndOfMonth(), bureau, "", "", "", "");
        return MonthFigures.of(month.toString(), overviews.counted(scope));
    }

    static MonthFigures read(MonthReport report) {
        return JSON.readValue(report.figures(), MonthFigures.class);
    }

    /** Of the table of deadlines: the beginning of its hash. */
    private static String rulesVersion() {
        try {
            byte[] table = new ClassPathResource("bpmn/deadline/deadline.dmn").getContentAsByteArray();
            return sha256(table).substring(0, 12);
        } catch (IOException e) {
            throw new IllegalStateException("deadline.dmn cannot be read", e);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
