package org.chunfeng.deregistration;

import static org.chunfeng.engine.Field.date;
import static org.chunfeng.engine.Field.flag;
import static org.chunfeng.engine.Field.text;

import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chunfeng.engine.Field;
import org.chunfeng.engine.Submission;

/** 清税申报表: its fields, and how they are read. */
final class ApplicationForm {

    static final List<FactCode> FACTS = List.of(FactCode.values());

    private static final List<Field> HEAD = List.of(
            text("requestId"),
            text("matter"),
            text("deregistrationReason"),
            flag("mergerReported"),
            text("taxpayerClass"),
            text("taxpayerName"),
            text("taxpayerId"),
            flag("taxpayerIdOverride"),
            text("taxpayerIdOverrideReason"),
            text("headOfficeId"),
            text("contactName"),
            text("contactPhone"),
            text("creditLevel"),
            text("announcementNo"),
            date("abnormalSince"),
            text("abnormalItems"),
            text("vatFrequency"),
            date("overpaidArisenOn"),
            text("overpaidTaxItem"),
            date("overpaidPeriodFrom"),
            date("overpaidPeriodTo"),
            text("overpaidVoucherNo"),
            flag("commitmentSigned"),
            text("commitmentSignedBy"),
            date("commitmentDueOn"),
            flag("generalFlowWanted"),
            text("generalFlowReason"),
            text("materialsPresent"),
            text("documents"));

    static final List<Field> ALL =
            Stream.of(HEAD, EvidenceFields.of(FACTS)).flatMap(List::stream).toList();

    private ApplicationForm() {}

    /** What the decision tables are asked while the form is still being filled in. */
    static Situation situation(Submission application) {
        Map<FactCode, Answer> answers = new EnumMap<>(FactCode.class);
        FACTS.forEach(code -> answers.put(code, EvidenceFields.answer(application, code)));
        return new Situation(
                application.text("deregistrationReason"),
                application.text("creditLevel"),
                application.has("announcementNo"),
                answers);
    }

    static boolean isAbnormal(Submission application) {
        return application.text(FactCode.ABNORMAL.field()).equals("TRUE");
    }

    /** Every period that a non-normal taxpayer has to declare, from the first abnormal month to now. */
    static List<ZeroPeriod> zeroPeriods(Submission application) {
        return ZeroPeriod.of(
                YearMonth.from(application.date("abnormalSince").orElseThrow()),
                YearMonth.from(application.today()),
                application.codes("abnormalItems"),
                application.text("vatFrequency").equals("QUARTERLY"));
    }
}
