package org.chunfeng.overpayment;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chunfeng.casefile.AccessLog;
import org.chunfeng.casefile.Bureau;
import org.chunfeng.casefile.Bureaus;
import org.chunfeng.casefile.Masks;
import org.chunfeng.casefile.Money;
import org.chunfeng.engine.Actors;
import org.chunfeng.engine.People;
import org.chunfeng.engine.Texts;
import org.chunfeng.sheet.SheetFormat;
import org.chunfeng.sheet.SheetWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Gives the markings and results back in the platform's columns (plan measure 31: 在用例标注). The platform needs whole
 * numbers, so each citizen's number that leaves is written down.
 */
@Component
class OverpaymentExport {

    private static final int PIECE = 500;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final List<String> HEADER = List.of(
            "caseNumber",
            "taxBureau",
            "taxpayerId",
            "taxpayerName",
            "taxItemCode",
            "taxSubItemName",
            "periodFrom",
            "periodTo",
            "voucherNo",
            "overpaidAmount",
            "arisenOn",
            "matterOfOverpayment",
            "overpaymentClass",
            "unclearableReason",
            "reasonText",
            "recheckOn",
            "markedBy",
            "markedAt",
            "settlement",
            "settledOn",
            "closedAt");

    private final OverpaymentSearch search;
    private final Bureaus bureaus;
    private final People people;
    private final AccessLog log;
    private final Actors actors;
    private final Texts texts;
    private final MessageSource messages;
    private final Clock clock;

    OverpaymentExport(
            OverpaymentSearch search,
            Bureaus bureaus,
            People people,
            AccessLog log,
            Actors actors,
            Texts texts,
            MessageSource messages,
            Clock clock) {
        this.search = search;
        this.bureaus = bureaus;
        this.people = people;
        this.log = log;
        this.actors = actors;
        this.texts = texts;
        this.messages = messages;
        this.clock = clock;
    }

    void write(OverpaymentFilter filter, SheetFormat format, OutputStream to) throws IOException {
        Map<String, String> names = bureaus.all().stream().collect(Collectors.toMap(Bureau::bureau, Bureau::name));
        try (SheetWriter file = format.writer(to)) {
            file.row(HEADER.stream().map(this::header).toList());
            String last = "";
            List<OverpaymentRow> piece;
            do {
                piece = search.after(filter, last, PIECE);
                for (OverpaymentRow row : piece) {
                    file.row(cells(row, names));
                    last = row.caseNumber();
                }
                logged(piece);
            } while (piece.size() == PIECE);
        }
    }

    private String header(String field) {
        return messages.getMessage("overpayment.export." + field, null, texts.label(field), Locale.CHINA);
    }

    private void logged(List<OverpaymentRow> rows) {
        String reader = actors.current().userId();
        rows.stream()
                .filter(row -> !Masks.taxpayerId(row.taxpayerId()).equals(row.taxpayerId()))
                .forEach(row -> log.seen(row.caseNumber(), reader, "overpaymentExport"));
    }

    private List<String> cells(OverpaymentRow row, Map<String, String> bureauNames) {
        return Stream.of(
                        row.caseNumber(),
                        bureauNames.getOrDefault(row.bureau(), row.bureau()),
                        row.taxpayerId(),
                        row.taxpayerName(),
                        texts.code("taxItemCode", row.taxItem()),
                        row.subItem(),
                        day(row.periodFrom()),
                        day(row.periodTo()),
                        row.voucherNo(),
                        new Money(row.amountFen()).yuan().toPlainString(),
                        day(row.arisenOn()),
                        texts.code("matter", row.matter()),
                        code("overpaymentClass", row.kind()),
                        code("unclearableReason", row.reason()),
                        row.reasonText(),
                        day(row.recheckOn()),
                        row.classifiedBy() == null ? "" : people.nameOf(row.classifiedBy()),
                        minute(row.classifiedAt()),
                        code("outcome", row.outcome()),
                        day(row.settledOn()),
                        minute(row.closedAt()))
                .toList();
    }

    private String code(String list, @Nullable String code) {
        return code == null ? "" : texts.code(list, code);
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private String minute(@Nullable Instant moment) {
        return moment == null ? "" : MINUTE.format(moment.atZone(clock.getZone()));
    }
}
