package org.chunfeng.overpayment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chunfeng.overpayment.OverpaymentFixture.anOverpayment;
import static org.chunfeng.overpayment.OverpaymentFixture.classified;
import static org.chunfeng.overpayment.OverpaymentFixture.unclearable;
import static org.chunfeng.overpayment.OverpaymentFixture.with;
import static org.chunfeng.overpayment.OverpaymentFixture.without;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.chunfeng.ChunfengTest;
import org.chunfeng.TestClock;
import org.chunfeng.TestDesk;
import org.chunfeng.TestPeople;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.casefile.CaseStatus;
import org.chunfeng.deadline.DeadlineClock;
import org.chunfeng.deadline.Deadlines;
import org.chunfeng.engine.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way through overpayment.bpmn, worked by hand. */
@ChunfengTest
class OverpaymentProcessTest {

    private static final String CLERK = "zuoqi.hallIntake";
    private static final String CLASSIFIER = "zuoqi.taxSource";
    private static final String CONFIRMER = "zuoqi.taxSource2";
    private static final String ACCOUNTANT = "zuoqi.revenueAccounting";

    @Autowired
    private TestDesk desk;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestPeople people;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private CalledRefunds refunds;

    @Autowired
    private Overpayments overpayments;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private RuntimeService engine;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void setTheClock() {
        clock.set("2021-03-10T10:00");
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @ParameterizedTest(name = "arisen {0} → {1}, due {2}, target {3}")
    @CsvSource({
        "2021-02-28, STOCK,     2021-03-31, 2021-03-31",
        "2021-03-01, INCREMENT, 2021-04-30, 2021-04-30",
        "2021-01-15, STOCK,     2021-03-31, 2021-03-31",
        "2015-06-30, STOCK,     2021-03-31, 2021-03-31",
    })
    void theDayOfArisingDecidesAboutTheDeadline(String arisen, String matter, LocalDate due, LocalDate target)
            throws Exception {
        String number = desk.start(CLERK, "overpayment", with(anOverpayment(), "arisenOn", arisen));

        DeadlineClock running = runningClock(number, "classifyOverpayment");
        assertThat(cases.get(number).matter()).isEqualTo(matter);
        assertThat(running.dueAt()).isEqualTo(closing(due));
        assertThat(running.targetOn()).isEqualTo(target);
        assertThat(desk.task(number, "classifyOverpayment").getDueDate()).isEqualTo(closing(due));
    }

    @Test
    void aMonthEndOnADayOffIsNotRolledButTheTargetIsTheWorkingDayBefore() throws Exception {
        clock.set("2021-10-20T10:00");

        String number = desk.start(CLERK, "overpayment", with(anOverpayment(), "arisenOn", "2021-09-15"));

        assertThat(runningClock(number, "classifyOverpayment").dueAt()).isEqualTo(closing(LocalDate.of(2021, 10, 31)));
        assertThat(runningClock(number, "classifyOverpayment").targetOn()).isEqualTo(LocalDate.of(2021, 10, 29));
    }

    @Test
    void aReportIsOneCaseAndTheSameOneIsRefusedNamingIt() throws Exception {
        var report = anOverpayment();
        String number = desk.start(CLERK, "overpayment", report);

        assertThat(number).matches("O-152921-2021-\\d{6}");
        assertThat(desk.openSteps(number)).containsExactly("classifyOverpayment");
        assertThatThrownBy(() -> desk.start(CLERK, "overpayment", report))
                .hasStackTraceContaining("该笔多缴已经立案，受理编号 " + number);
    }

    @Test
    void aWrongReportNamesEveryWrongField() {
        var wrong = with(
                without(anOverpayment(), "taxpayerName"),
                "overpaidAmount",
                "0.00",
                "taxItemCode",
                "99999",
                "arisenOn",
                "2021-03-11");

        assertThatThrownBy(() -> desk.start(CLERK, "overpayment", wrong))
                .hasStackTraceContaining("纳税人名称：必填")
                .hasStackTraceContaining("多缴金额：至少 0.01 元")
                .hasStackTraceContaining("“99999”不在可选范围内")
                .hasStackTraceContaining("多缴产生日期：不能晚于今天");
    }

    @Test
    void aRunningCaseHoldsNoProcessVariable() throws Exception {
        String number = desk.start(CLERK, "overpayment", anOverpayment());

        desk.complete(CLASSIFIER, number, "classifyOverpayment", classified("OFFSET_ARREARS"));

        assertThat(engine.createVariableInstanceQuery()
                        .processInstanceIdIn(desk.task(number, "recordOffset").getProcessInstanceId())
                        .list())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"OFFSET_ARREARS", "OFFSET_NEXT_PERIOD"})
    void anOffsetIsBookedAndClosesTheCase(String kind) throws Exception {
        String number = desk.start(CLERK, "overpayment", anOverpayment());
        desk.complete(CLASSIFIER, number, "classifyOverpayment", classified(kind));
        var offset = Map.<String, Object>of(
                "offsetAmount", "1000.00", "settledByVoucher", "315292121000000001", "settledOn", "2021-03-10");

        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.HANDLING);
        assertThatThrownBy(
                        () -> desk.complete(ACCOUNTANT, number, "recordOffset", with(offset, "offsetAmount", "999.99")))
                .hasStackTraceContaining("应为多缴金额 1,000.00 元");
        desk.complete(ACCOUNTANT, number, "recordOffset", offset);

        assertThat(desk.isRunning(number)).isFalse();
        assertThat(cases.get(number).outcome()).isEqualTo("OFFSET");
    }

    @Test
    void aCorrectedDeclarationClosesTheCase() throws Exception {
        String number = desk.start(CLERK, "overpayment", anOverpayment());

        desk.complete(CLASSIFIER, number, "classifyOverpayment", classified("DECLARATION_FIX"));
        desk.complete(CLERK, number, "fixDeclaration", Map.of("settledOn", "2021-03-10", "opinion", "已更正申报"));

        assertThat(desk.isRunning(number)).isFalse();
        assertThat(cases.get(number).outcome()).isEqualTo("DECLARATION_FIXED");
    }

    @Test
    void aRefundIsConfirmedBySomebodyElseAndCalledWithTheFacts() throws Exception {
        String number = desk.start(CLERK, "overpayment", anOverpayment());
        desk.complete(CLASSIFIER, number, "classifyOverpayment", classified("REFUND"));

        assertThatThrownBy(() -> desk.complete(CLASSIFIER, number, "confirmRefund", Map.of("refundConfirmed", "true")))
                .hasRootCauseInstanceOf(Refused.class)
                .hasStackTraceContaining("分类人不能复核");
        tasks.setAssignee(desk.task(number, "confirmRefund").getId(), null);
        confirm(number);

        CaseFile refund = refunds.latestOf(number);
        assertThat(refund.relatedCase()).isEqualTo(number);
        assertThat(refund.bureau()).isEqualTo("zuoqi");
        assertThat(refund.amountFen()).isEqualTo(100_000L);
        assertThat(desk.openSteps(refund.caseNumber())).containsExactly("supplementMaterials");
        assertThat(engine.createVariableInstanceQuery().list()).isEmpty();
    }

    @Test
    void aPaidRefundClosesTheOverpayment() throws Exception {
        String number = confirmed();
        String refund = accepted(number);
        desk.complete(CLASSIFIER, refund, "reviewRefund", Map.of("proposal", "APPROVE", "approvedAmount", "1000.00"));
        desk.complete(CONFIRMER, refund, "approveRefund", Map.of("approval", "APPROVE"));
        desk.complete(
                ACCOUNTANT,
                refund,
                "issueSlip",
                Map.of("budgetSubject", "101010101", "budgetLevel", "CENTRAL", "treasuryCode", "0529000000"));
        desk.complete("zuoqi.revenueAccounting2", refund, "checkSlip", Map.of("slipRight", "true"));
        desk.fireDueJobs();
        desk.send(ACCOUNTANT, "treasuryAnswered", refund, Map.of("answer", "WRITTEN_OFF"));

        assertThat(desk.isRunning(number)).isFalse();
        assertThat(cases.get(number).outcome()).isEqualTo("REFUNDED");
    }

    @Test
    void aRefusedRefundClosesTheOverpaymentToo() throws Exception {
        String number = confirmed();
        String refund = accepted(number);

        desk.complete(CLASSIFIER, refund, "reviewRefund", Map.of("proposal", "REFUSE", "opinion", "未多缴"));
        desk.complete(CONFIRMER, refund, "approveRefund", Map.of("approval", "APPROVE"));

        assertThat(cases.get(number).outcome()).isEqualTo("REFUSED");
    }

    @Test
    void aWithdrawnRefundLeavesTheOverpaymentToBeClassifiedAgain() throws Exception {
        String number = confirmed();

        desk.send(CLERK, "refundWithdrawn", refunds.latestOf(number).caseNumber(), Map.of("withdrawReason", "改为抵缴"));

        assertThat(desk.openSteps(number)).containsExactly("reclassifyOverpayment");
        desk.complete(CLASSIFIER, number, "reclassifyOverpayment", classified("OFFSET_NEXT_PERIOD"));
        assertThat(desk.openSteps(number)).containsExactly("recordOffset");
    }

    @Test
    void aDeniedRefundIsClassifiedAgain() throws Exception {
        String number = desk.start(CLERK, "overpayment", anOverpayment());
        desk.complete(CLASSIFIER, number, "classifyOverpayment", classified("REFUND"));

        desk.complete(CONFIRMER, number, "confirmRefund", Map.of("refundConfirmed", "false", "opinion", "有欠税，先抵缴"));

        assertThat(desk.openSteps(number)).containsExactly("reclassifyOverpayment");
    }

    @Test
    void aRefundWithoutAnAccountIsRefusedWhereItCanBeFilledIn() throws Exception {
        String number = desk.start(CLERK, "overpayment", without(anOverpayment(), "accountNo", "bankName"));

        assertThatThrownBy(() -> desk.complete(CLASSIFIER, number, "classifyOverpayment", classified("REFUND")))
                .hasStackTraceContaining("银行账号：必填")
                .hasStackTraceContaining("开户银行：必填");
        desk.complete(
                CLASSIFIER,
                number,
                "classifyOverpayment",
                with(classified("REFUND"), "accountNo", "622848000000123456", "bankName", "农行"));
        assertThat(desk.openSteps(number)).containsExactly("confirmRefund");
    }

    @Test
    void anUnclearableOneSaysWhyAndIsLookedAtAgainOnItsDay() throws Exception {
        String number = desk.start(CLERK, "overpayment", anOverpayment());

        desk.complete(CLASSIFIER, number, "classifyOverpayment", unclearable("2021-06-15"));

        assertThat(desk.openSteps(number)).isEmpty();
        assertThat(runningClock(number, "awaitRecheck").dueAt()).isEqualTo(closing(LocalDate.of(2021, 6, 15)));
        clock.set("2021-06-15T17:59");
        desk.fireDueJobs();
        assertThat(desk.openSteps(number)).isEmpty();
        clock.set("2021-06-15T18:00");
        desk.fireDueJobs();

        assertThat(desk.openSteps(number)).containsExactly("reclassifyOverpayment");
        assertThat(runningClock(number, "reclassifyOverpayment").dueAt()).isEqualTo(closing(LocalDate.of(2021, 7, 31)));
        assertThat(breaches(number)).isZero();
    }

    @Test
    void aRecheckMayBeAskedForEarlier() throws Exception {
        String number = desk.start(CLERK, "overpayment", anOverpayment());
        desk.complete(CLASSIFIER, number, "classifyOverpayment", unclearable("2021-06-15"));

        assertThatThrownBy(() -> desk.send(
                        "youqi.taxSource", "overpaymentRecheckRequested", number, Map.of("recheckReason", "已联系上")))
                .isNotNull();
        desk.send(CLASSIFIER, "overpaymentRecheckRequested", number, Map.of("recheckReason", "已联系上纳税人"));

        assertThat(desk.openSteps(number)).containsExactly("reclassifyOverpayment");
    }

    @Test
    void otherReasonsAreExplainedInTenCharacters() throws Exception {
        String number = desk.start(CLERK, "overpayment", anOverpayment());
        var other = with(unclearable("2021-06-15"), "unclearableReason", "OTHER", "reasonText", "不足十个字");

        assertThatThrownBy(() -> desk.complete(CLASSIFIER, number, "classifyOverpayment", other))
                .hasStackTraceContaining("原因说明：至少10个字");
        assertThatThrownBy(() -> desk.complete(CLASSIFIER, number, "classifyOverpayment", unclearable("2021-03-10")))
                .hasStackTraceContaining("复查日期：须晚于今天");
        desk.complete(CLASSIFIER, number, "classifyOverpayment", with(other, "reasonText", "企业涉诉，法院已冻结其全部账户"));

        assertThat(overpayments.get(number).reasonText()).contains("法院");
    }

    @Test
    void anOverdueClassificationGoesToAuditAndGoesOn() throws Exception {
        String number = desk.start(CLERK, "overpayment", anOverpayment());

        clock.set("2021-04-30T18:00");
        desk.fireDueJobs();

        assertThat(breaches(number)).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from case_file where kind = 'AUDIT' and related_case = ?")
                        .param(number)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        desk.complete(CLASSIFIER, number, "classifyOverpayment", classified("DECLARATION_FIX"));
        assertThat(desk.openSteps(number)).containsExactly("fixDeclaration");
    }

    @Test
    void anotherCaseThatFoundItIsNamedAndNotDisturbedWhenItDoesNotWait() throws Exception {
        String finding = desk.start(CLERK, "overpayment", anOverpayment());
        var found = with(anOverpayment(), "relatedCase", finding, "bureau", "zuoqi");

        String number = engine.createMessageCorrelation("overpaymentFound")
                .setVariables(found)
                .correlateStartMessage()
                .getBusinessKey();
        desk.complete(CLASSIFIER, number, "classifyOverpayment", classified("DECLARATION_FIX"));
        desk.complete(CLERK, number, "fixDeclaration", Map.of("settledOn", "2021-03-10", "opinion", "已更正申报"));

        assertThat(cases.get(number).relatedCase()).isEqualTo(finding);
        assertThat(cases.get(number).bureau()).isEqualTo("zuoqi");
        assertThat(desk.isRunning(number)).isFalse();
    }

    @Test
    void nobodyTakesTheSystemsEntrances() {
        List.of("overpaymentFound", "overpaymentImported")
                .forEach(message -> assertThatThrownBy(() -> people.as(
                                CLASSIFIER,
                                () -> engine.createMessageCorrelation(message).correlateStartMessage()))
                        .hasStackTraceContaining("不能手工发起"));
    }

    private String confirmed() throws Exception {
        String number = desk.start(CLERK, "overpayment", anOverpayment());
        desk.complete(CLASSIFIER, number, "classifyOverpayment", classified("REFUND"));
        confirm(number);
        return number;
    }

    private void confirm(String number) throws Exception {
        desk.complete(CONFIRMER, number, "confirmRefund", Map.of("refundConfirmed", "true"));
    }

    private String accepted(String number) throws Exception {
        String refund = refunds.latestOf(number).caseNumber();
        desk.complete(
                CLERK,
                refund,
                "supplementMaterials",
                Map.of("materialsPresent", "applicationForm,identityPaper,errorProof"));
        return refund;
    }

    private long breaches(String number) {
        return jdbc.sql("select count(*) from breach where case_number = ?")
                .param(number)
                .query(Long.class)
                .single();
    }

    private DeadlineClock runningClock(String number, String step) {
        return deadlines.openClocks(number).stream()
                .filter(one -> one.step().equals(step))
                .findFirst()
                .orElseThrow();
    }

    private static Instant closing(LocalDate day) {
        return LocalDateTime.of(day, java.time.LocalTime.of(18, 0))
                .atZone(ZoneId.of("Asia/Shanghai"))
                .toInstant();
    }
}
