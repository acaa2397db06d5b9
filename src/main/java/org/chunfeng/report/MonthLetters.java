package org.chunfeng.report;

import java.time.YearMonth;
import java.util.List;
import org.chunfeng.casefile.Bureau;
import org.chunfeng.casefile.Bureaus;
import org.chunfeng.engine.Texts;
import org.chunfeng.notice.Notice;
import org.chunfeng.notice.NoticeFile;
import org.chunfeng.notice.Notices;
import org.chunfeng.notice.Recipient;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Sends a frozen month to those who read it, with its workbook: the prefecture's to its levy administration, audit and
 * leaders, a county's to its leaders.
 */
@Component
class MonthLetters {

    private final MonthReportRows rows;
    private final MonthViews views;
    private final MonthSheets sheets;
    private final Notices notices;
    private final Bureaus bureaus;
    private final Texts texts;
    private final String baseUrl;

    MonthLetters(
            MonthReportRows rows,
            MonthViews views,
            MonthSheets sheets,
            Notices notices,
            Bureaus bureaus,
            Texts texts,
            @Value("${chunfeng.base-url:http://localhost:8080}") String baseUrl) {
        this.rows = rows;
        this.views = views;
        this.sheets = sheets;
        this.notices = notices;
        this.bureaus = bureaus;
        this.texts = texts;
        this.baseUrl = baseUrl;
    }

    void send(YearMonth month) {
        for (Bureau bureau : bureaus.all()) {
            if (bureau.isPrefecture()) {
                List.of("levyAdmin", "audit", "leaderOnDuty").forEach(group -> send(month, "", group, bureau));
                continue;
            }
            send(month, bureau.bureau(), "leaderOnDuty", bureau);
        }
    }

    private void send(YearMonth month, String reported, String group, Bureau reader) {
        List<MonthReport> editions = rows.editions(month.atDay(1), reported);
        MonthView view = views.of(editions.get(0), editions);
        String saying = texts.code("report", "monthFrozen")
                .replace("{month}", month.toString())
                .replace("{bureau}", view.bureauName());
        String address = texts.code("report", "monthAddress") + baseUrl + "/reports/months/" + month;
        notices.tell(
                Notice.announcement(
                        Recipient.group(group, reader.bureau()), "report-" + month, saying + "\n\n" + address),
                new NoticeFile(sheets.name(view), SheetFiles.XLSX, sheets.xlsx(view)));
    }
}
