package org.chunfeng.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chunfeng.refund.RefundFixture.aSlip;
import static org.chunfeng.refund.RefundFixture.anApplication;
import static org.chunfeng.refund.RefundFixture.anApproval;
import static org.chunfeng.refund.RefundFixture.with;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.chunfeng.ChunfengTest;
import org.chunfeng.TestClock;
import org.chunfeng.TestDesk;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.deadline.Breach;
import org.chunfeng.deadline.Breaches;
import org.chunfeng.deadline.DeadlineClock;
import org.chunfeng.deadline.Deadlines;
import org.chunfeng.notice.NoticeKind;
import org.chunfeng.notice.NoticeRecord;
import org.chunfeng.notice.Notices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The dates of a refund, from the desk to audit, by the worked examples of the domain guide. */
@ChunfengTest
class RefundDeadlineTest {

    private static final String CLERK = "zuoqi.hallIntake";

    @Autowired
    private TestDesk desk;

    @Autowired
    private TestClock clock;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private Breaches breaches;

    @Autowired
    private Notices notices;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private Slips slips;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void beforeTheSpringFestivalOf2021AMakeUpSundayCounts() throws Exception {
        clock.set("2021-02-05T15:00");

        String number = desk.start(CLERK, "refund", anApplication());

        assertThat(dueAt(number, "sourceReview")).isEqualTo(shanghai("2021-02-10T18:00"));
        assertThat(dueAt(number, "promise")).isEqualTo(shanghai("2021-02-19T18:00"));
        assertThat(desk.task(number, "reviewRefund").getDueDate().toInstant()).isEqualTo(shanghai("2021-02-10T18:00"));
    }

    @Test
    void todayIsReckonedThroughTheWeekend() throws Exception {
        clock.set("2026-11-23T16:00");

        String number = desk.start(CLERK, "refund", anApplication());

        assertThat(dueAt(number, "sourceReview")).isEqualTo(shanghai("2026-11-27T18:00"));
        assertThat(dueAt(number, "promise")).isEqualTo(shanghai("2026-12-01T18:00"));
    }

    @Test
    void aYearWithoutACalendarMakesTheDateProvisional() throws Exception {
        clock.set("2026-12-28T10:00");

        String number = desk.start(CLERK, "refund", anApplication());

        DeadlineClock review = clockOf(number, "sourceReview");
        assertThat(review.provisional()).isTrue();
        assertThat(review.dueAt()).isNotEqualTo(shanghai("2027-01-01T18:00"));
    }

    @Test
    void aLateSourceDepartmentTakesNothingFromAccounting() throws Exception {
        clock.set("2021-02-05T15:00");
        String number = desk.start(CLERK, "refund", anApplication());

        clock.set("2021-02-18T16:00");
        desk.fireDueJobs();
        review(number);

        assertThat(dueAt(number, "accounting")).isEqualTo(shanghai("2021-02-20T18:00"));
        clock.set("2021-02-20T17:00");
        desk.fireDueJobs();
        sendSlip(number);
        assertThat(breaches.ofCase(number))
                .extracting(Breach::step)
                .containsExactlyInAnyOrder("sourceReview", "promise");
    }

    @Test
    void anOverdueReviewGoesOnAndLandsWithAudit() throws Exception {
        clock.set("2026-11-16T10:00");
        String number = desk.start(CLERK, "refund", anApplication());

        clock.set("2026-11-20T18:00");
        desk.fireDueJobs();

        assertThat(breaches.ofCase(number)).extracting(Breach::step).containsExactly("sourceReview");
        assertThat(desk.openSteps(number)).containsExactly("reviewRefund");
        String audit = auditOf(number);
        assertThat(desk.openSteps(audit)).containsExactly("examineBreach", "explainDelay", "referBreach");
        assertThat(notices.of(number))
                .extracting(NoticeRecord::kind)
                .contains(NoticeKind.WARNING, NoticeKind.ESCALATION);
    }

    @Test
    void theHandlerIsHeardBeforeAuditConcludes() throws Exception {
        clock.set("2026-11-16T10:00");
        String number = desk.start(CLERK, "refund", anApplication());
        clock.set("2026-11-20T18:00");
        desk.fireDueJobs();
        String audit = auditOf(number);
        var conclusion = Map.<String, Object>of("conclusion", "REMINDED", "opinion", "提醒谈话");

        assertThatThrownBy(() -> desk.complete("alxa.audit", audit, "examineBreach", conclusion))
                .hasStackTraceContaining("责任人尚未说明原因");
        desk.complete(
                "zuoqi.taxSource", audit, "explainDelay", Map.of("cause", "WORKLOAD", "explanation", "征期业务量大，人手不足"));
        desk.complete("alxa.levyAdmin", audit, "referBreach", Map.of("opinion", "提请督查"));
        desk.complete("alxa.audit", audit, "examineBreach", conclusion);

        assertThat(desk.isRunning(audit)).isFalse();
        assertThat(cases.get(audit).outcome()).isEqualTo("CONCLUDED");
        assertThat(desk.isRunning(number)).isTrue();
    }

    @Test
    void silenceAndAnIdleReferralPassOnByThemselves() throws Exception {
        clock.set("2026-11-16T10:00");
        String number = desk.start(CLERK, "refund", anApplication());
        clock.set("2026-11-20T18:00");
        desk.fireDueJobs();
        String audit = auditOf(number);

        clock.set("2026-11-24T18:00");
        desk.fireDueJobs();

        assertThat(desk.openSteps(audit)).containsExactly("examineBreach");
        desk.complete("alxa.audit", audit, "examineBreach", Map.of("conclusion", "NOT_ACCOUNTABLE", "opinion", "情有可原"));
        assertThat(desk.isRunning(audit)).isFalse();
    }

    @Test
    void theTreasuryIsChasedAtTheCloseOfTheThirdWorkingDay() throws Exception {
        clock.set("2021-04-30T16:00");
        String number = desk.start(CLERK, "refund", anApplication());
        review(number);
        sendSlip(number);

        clock.set("2021-05-08T17:59");
        desk.fireDueJobs();
        assertThat(desk.openSteps(number)).isEmpty();
        clock.set("2021-05-08T18:00");
        desk.fireDueJobs();

        assertThat(desk.openSteps(number)).containsExactly("chaseTreasury");
        answer(number, "PAID");
        assertThat(desk.openSteps(number)).containsExactly("chaseTreasury");
        answer(number, "WRITTEN_OFF");
        assertThat(desk.isRunning(number)).isFalse();
    }

    @Test
    void anAverageThatExportRefundsAreMeasuredByIsNoBreachOfOne() throws Exception {
        clock.set("2026-11-02T10:00");
        String number = desk.start(
                CLERK,
                "refund",
                with(
                        anApplication(),
                        "matter",
                        "EXPORT",
                        "exportBatch",
                        "2026-10",
                        "materialsPresent",
                        "applicationForm,identityPaper,exportDeclaration"));

        clock.set("2026-11-13T09:00");
        desk.fireDueJobs();

        assertThat(breaches.ofCase(number)).extracting(Breach::step).containsExactly("sourceReview");
    }

    private void review(String number) throws Exception {
        desk.complete("zuoqi.taxSource", number, "reviewRefund", anApproval());
        desk.complete("zuoqi.taxSource2", number, "approveRefund", Map.of("approval", "APPROVE"));
    }

    private void sendSlip(String number) throws Exception {
        desk.complete("zuoqi.revenueAccounting", number, "issueSlip", aSlip());
        desk.complete("zuoqi.revenueAccounting2", number, "checkSlip", Map.of("slipRight", "true"));
        desk.fireDueJobs();
    }

    private void answer(String number, String answer) throws Exception {
        String slip = slips.current(number).orElseThrow().slipNo();
        desk.send("zuoqi.revenueAccounting", "treasuryAnswered", number, Map.of("answer", answer, "slipNo", slip));
    }

    private String auditOf(String number) {
        List<String> audits = jdbc.sql("select case_number from audit_case where late_case = ?")
                .param(number)
                .query(String.class)
                .list();
        assertThat(audits).hasSize(1);
        return audits.get(0);
    }

    private DeadlineClock clockOf(String number, String step) {
        return deadlines.openClocks(number).stream()
                .filter(one -> one.step().equals(step))
                .findFirst()
                .orElseThrow();
    }

    private Instant dueAt(String number, String step) {
        return clockOf(number, step).dueAt();
    }

    private static Instant shanghai(String localTime) {
        return LocalDateTime.parse(localTime).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }
}
