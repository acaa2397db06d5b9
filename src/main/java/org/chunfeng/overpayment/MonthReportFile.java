package org.chunfeng.overpayment;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chunfeng.casefile.Bureau;
import org.chunfeng.casefile.Bureaus;
import org.chunfeng.engine.Texts;
import org.chunfeng.sheet.SheetFormat;
import org.chunfeng.sheet.SheetWriter;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The month report as a table to hand on. */
@Component
class MonthReportFile {

    private static final List<String> HEADER = List.of(
            "bureau",
            "matter",
            "carried",
            "received",
            "cleared",
            "open",
            "unclearable",
            "breaches",
            "clearedAmount",
            "openAmount");

    private final Bureaus bureaus;
    private final Texts texts;
    private final MessageSource messages;

    MonthReportFile(Bureaus bureaus, Texts texts, MessageSource messages) {
        this.bureaus = bureaus;
        this.texts = texts;
        this.messages = messages;
    }

    void write(MonthReport.Report report, SheetFormat format, OutputStream to) throws IOException {
        Map<String, String> names = bureaus.all().stream().collect(Collectors.toMap(Bureau::bureau, Bureau::name));
        try (SheetWriter file = format.writer(to)) {
            file.row(HEADER.stream()
                    .map(column -> text("overpayments.report." + column))
                    .toList());
            for (MonthReport.Line line : report.lines()) {
                file.row(cells(line, names.getOrDefault(line.bureau(), line.bureau())));
            }
            for (MonthReport.Line total : report.totals()) {
                file.row(cells(total, text("overpayments.report.total")));
            }
            file.row(List.of(text("overpayments.report.reasons")));
            for (MonthReport.Reason reason : report.reasons()) {
                file.row(List.of(
                        texts.code("unclearableReason", reason.reason()),
                        texts.code("matter", reason.matter()),
                        String.valueOf(reason.cases()),
                        reason.amount().yuan().toPlainString()));
            }
        }
    }

    private List<String> cells(MonthReport.Line line, String bureau) {
        return Stream.of(
                        bureau,
                        texts.code("matter", line.matter()),
                        line.carried(),
                        line.received(),
                        line.cleared(),
                        line.open(),
                        line.unclearable(),
                        line.breaches(),
                        line.clearedAmount().yuan().toPlainString(),
                        line.openAmount().yuan().toPlainString())
                .map(String::valueOf)
                .toList();
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.CHINA);
    }
}
