package org.chunfeng.deregistration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chunfeng.deregistration.DeregistrationFixture.aBranch;
import static org.chunfeng.deregistration.DeregistrationFixture.aPass;
import static org.chunfeng.deregistration.DeregistrationFixture.overpaid;
import static org.chunfeng.deregistration.DeregistrationFixture.with;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chunfeng.ChunfengTest;
import org.chunfeng.TestClock;
import org.chunfeng.TestDesk;
import org.chunfeng.TestPeople;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.deadline.Deadlines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A deregistration that waits for its overpaid tax (C4), through 多缴税费清理 and the refund it calls, and back. */
@ChunfengTest
class OverpaidDeregistrationTest {

    private static final String CLERK = "zuoqi.hallIntake";
    private static final String REVIEWER = "zuoqi.taxSource";
    private static final String CONFIRMER = "zuoqi.taxSource2";
    private static final String ACCOUNTANT = "zuoqi.revenueAccounting";

    @Autowired
    private TestDesk desk;

    @Autowired
    private TestPeople people;

    @Autowired
    private TestClock clock;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private Deregistrations deregistrations;

    @Autowired
    private Assessments assessments;

    @Autowired
    private OpenItems items;

    @Autowired
    private Clearances clearances;

    @Autowired
    private Deadlines deadlines;

    @BeforeEach
    void setTheClock() {
        clock.set("2021-03-01T10:00");
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    /** Domain scenario 22: one fen overpaid, refunded and written off; then the branch is cleared at once. */
    @Test
    void oneFenIsRefundedAndWrittenOffAndThenTheBranchIsCleared() throws Exception {
        String number = desk.start(CLERK, "deregistration", overpaid(aBranch(), "0.01"));
        assertThat(failing(number)).containsExactly("C4");
        String overpayment = overpaymentOf(number);
        assertThat(cases.get(overpayment).amountFen()).isEqualTo(1L);

        String refund = refund(overpayment);
        payAndWriteOff(refund);

        assertThat(cases.get(refund).outcome()).isEqualTo("PAID");
        assertThat(cases.get(overpayment).outcome()).isEqualTo("REFUNDED");
        assertThat(cases.get(number).outcome()).isEqualTo("CLEARED");
        assertThat(desk.isRunning(number)).isFalse();
        assertThat(assessments.latest(number).orElseThrow().assessment().ground())
                .isEqualTo("BRANCH");
        assertThat(clearances.find(number)).isPresent();
        assertThat(deadlines.openClocks(number)).isEmpty();
        assertThat(page(number)).contains("/cases/" + overpayment);
        assertThat(page(overpayment)).contains("/cases/" + number, "/cases/" + refund);
        assertThat(page(refund)).contains("/cases/" + overpayment);
    }

    @Test
    void whatIsStillNotInstantGoesOnAfterTheOverpaymentIsCleared() throws Exception {
        String number = desk.start(CLERK, "deregistration", with(overpaid(aBranch(), "12.00"), "localVat", "TRUE"));

        fixDeclaration(overpaymentOf(number));

        assertThat(desk.isRunning(number)).isTrue();
        assertThat(failing(number)).containsExactly("C9");
        assertThat(items.open(number)).isEmpty();
    }

    @Test
    void anOverpaymentThatIsKnownAlreadyIsLinkedAndWaitedFor() throws Exception {
        Map<String, Object> form = overpaid(aBranch(), "1000.00");
        String known = desk.start(CLERK, "overpayment", anOverpaymentOf(form));

        String number = desk.start(CLERK, "deregistration", form);

        assertThat(overpaymentOf(number)).isEqualTo(known);
        assertThat(page(known)).contains("/cases/" + number);
        fixDeclaration(known);
        assertThat(cases.get(number).outcome()).isEqualTo("CLEARED");
    }

    @Test
    void whatOnlyTheNeighbourKnowsStaysTheNeighboursAndIsSettledByHand() throws Exception {
        Map<String, Object> form = overpaid(aBranch(), "1000.00");
        String theirs = desk.start("youqi.hallIntake", "overpayment", anOverpaymentOf(form));

        String number = desk.start(CLERK, "deregistration", form);

        assertThat(deregistrations.get(number).overpaymentCase()).isNull();
        assertThat(cases.get(theirs).relatedCase()).isNull();
        assertThat(page(number)).contains("该笔多缴由其他税务机关处理").doesNotContain(theirs);
        desk.complete(CLERK, number, "settleOpenItems", Map.of("itemsSettled", "OVERPAID", "settlementNote", "已核实"));
        assertThat(items.open(number)).isEmpty();
    }

    @Test
    void whatElseTheNeighbourKnowsDoesNotHinderOurOwnCase() throws Exception {
        Map<String, Object> form = overpaid(aBranch(), "1000.00");
        Map<String, Object> other = with(with(form, "overpaidVoucherNo", "NEIGHBOURS"), "overpaidAmount", "800.00");
        desk.start("youqi.hallIntake", "overpayment", anOverpaymentOf(other));

        String number = desk.start(CLERK, "deregistration", form);

        assertThat(cases.get(overpaymentOf(number)).bureau()).isEqualTo("zuoqi");
    }

    @Test
    void whoWithdrawsAndAppliesAgainIsReassessedToo() throws Exception {
        Map<String, Object> form = overpaid(aBranch(), "1000.00");
        String first = desk.start(CLERK, "deregistration", form);
        desk.send(CLERK, "deregistrationWithdrawn", first, Map.of("withdrawReason", "先退税"));

        String second = desk.start(CLERK, "deregistration", with(form, "requestId", form.get("requestId") + "-2"));

        assertThat(overpaymentOf(second)).isEqualTo(overpaymentOf(first));
        fixDeclaration(overpaymentOf(second));
        assertThat(cases.get(second).outcome()).isEqualTo("CLEARED");
    }

    @Test
    void nobodySaysThatItIsClearedBeforeItsCaseIsClosed() throws Exception {
        String number = desk.start(CLERK, "deregistration", overpaid(aBranch(), "500.00"));
        String overpayment = overpaymentOf(number);
        String stillOpen = "多缴税费清理案件 " + overpayment + " 尚未办结";

        assertThatThrownBy(() -> desk.send(REVIEWER, "overpaymentCleared", number, Map.of("clearanceNote", "已退")))
                .hasStackTraceContaining(stillOpen);
        assertThatThrownBy(() -> desk.complete(
                        CLERK, number, "settleOpenItems", Map.of("itemsSettled", "OVERPAID", "settlementNote", "已退")))
                .hasStackTraceContaining(stillOpen);
        desk.complete(CLERK, number, "settleOpenItems", Map.of("settlementNote", "退税办理中"));
        assertThatThrownBy(() -> desk.complete(
                        REVIEWER,
                        number,
                        "reviewDeregistration",
                        with(aPass(), "factSource", "BY_HAND", "overpaidAmount", "0", "riskFlag", "FALSE")))
                .hasStackTraceContaining(stillOpen);

        assertThat(failing(number)).containsExactly("C4");
        assertThat(clearances.find(number)).isEmpty();
    }

    @Test
    void whatCannotBeClearedDoesNotHoldTheGeneralFlowUp() throws Exception {
        String number = desk.start(CLERK, "deregistration", overpaid(aBranch(), "500.00"));
        desk.complete(
                REVIEWER,
                overpaymentOf(number),
                "classifyOverpayment",
                Map.of(
                        "overpaymentClass", "CANNOT_CLEAR",
                        "unclearableReason", "TAXPAYER_UNREACHABLE",
                        "recheckOn", "2021-06-15"));

        assertThatThrownBy(() -> desk.send(REVIEWER, "overpaymentCleared", number, Map.of()))
                .hasStackTraceContaining("尚未办结");
        desk.complete(
                CLERK, number, "settleOpenItems", Map.of("itemsSettled", "OVERPAID", "settlementNote", "纳税人放弃退还"));
        desk.complete(REVIEWER, number, "reviewDeregistration", aPass());

        assertThat(desk.openSteps(number)).containsExactly("approveDeregistration");
    }

    @Test
    void whereNothingIsOverpaidNothingIsCleared() throws Exception {
        String number = desk.start(CLERK, "deregistration", with(aBranch(), "localVat", "TRUE"));

        assertThatThrownBy(() -> desk.send(REVIEWER, "overpaymentCleared", number, Map.of()))
                .hasStackTraceContaining("本案没有关联的多缴税费清理案件");
    }

    @Test
    void whoIsOnTheBooksWithOverpaidTaxDoesNotApplyWithoutIt() throws Exception {
        Map<String, Object> form = overpaid(aBranch(), "1000.00");
        String known = desk.start(CLERK, "overpayment", anOverpaymentOf(form));

        assertThatThrownBy(() -> desk.start(CLERK, "deregistration", with(form, "overpaidAmount", "0.00")))
                .hasStackTraceContaining("多缴税费清理案件 " + known + "（1,000.00 元）尚未办结");
    }

    private String overpaymentOf(String number) {
        String overpayment = deregistrations.get(number).overpaymentCase();
        assertThat(overpayment).isNotNull();
        assertThat(cases.get(overpayment).relatedCase()).isNotNull();
        return overpayment;
    }

    private static Map<String, Object> anOverpaymentOf(Map<String, Object> deregistration) {
        Map<String, Object> form = new HashMap<>();
        form.put("taxpayerName", deregistration.get("taxpayerName"));
        form.put("taxpayerId", deregistration.get("taxpayerId"));
        form.put("taxItemCode", deregistration.get("overpaidTaxItem"));
        form.put("periodFrom", deregistration.get("overpaidPeriodFrom"));
        form.put("periodTo", deregistration.get("overpaidPeriodTo"));
        form.put("voucherNo", deregistration.get("overpaidVoucherNo"));
        form.put("overpaidAmount", deregistration.get("overpaidAmount"));
        form.put("arisenOn", deregistration.get("overpaidArisenOn"));
        return form;
    }

    private void fixDeclaration(String overpayment) throws Exception {
        desk.complete(
                REVIEWER,
                overpayment,
                "classifyOverpayment",
                Map.of("overpaymentClass", "DECLARATION_FIX", "opinion", "经核实"));
        desk.complete(CLERK, overpayment, "fixDeclaration", Map.of("settledOn", "2021-03-01", "opinion", "已更正申报"));
    }

    /** Classifies the overpayment as one to refund and answers the refund, its papers complete. */
    private String refund(String overpayment) throws Exception {
        CaseFile file = cases.get(overpayment);
        desk.complete(
                REVIEWER,
                overpayment,
                "classifyOverpayment",
                Map.of(
                        "overpaymentClass", "REFUND",
                        "contactName", "其其格",
                        "contactPhone", "0483-8332222",
                        "bankName", "中国农业银行巴彦浩特支行",
                        "accountName", file.taxpayerName(),
                        "accountNo", "622848000000123456"));
        desk.complete(CONFIRMER, overpayment, "confirmRefund", Map.of("refundConfirmed", "true"));
        String refund = cases.grownOutOf(overpayment).get(0);
        desk.complete(
                CLERK,
                refund,
                "supplementMaterials",
                Map.of("materialsPresent", "applicationForm,identityPaper,errorProof"));
        return refund;
    }

    private void payAndWriteOff(String refund) throws Exception {
        desk.complete(REVIEWER, refund, "reviewRefund", Map.of("proposal", "APPROVE", "approvedAmount", "0.01"));
        desk.complete(CONFIRMER, refund, "approveRefund", Map.of("approval", "APPROVE"));
        desk.complete(
                ACCOUNTANT,
                refund,
                "issueSlip",
                Map.of("budgetSubject", "101010101", "budgetLevel", "CENTRAL", "treasuryCode", "0529000000"));
        desk.complete("zuoqi.revenueAccounting2", refund, "checkSlip", Map.of("slipRight", "true"));
        desk.fireDueJobs(refund);
        desk.send(ACCOUNTANT, "treasuryAnswered", refund, Map.of("answer", "WRITTEN_OFF"));
    }

    private List<String> failing(String number) {
        return assessments.latest(number).orElseThrow().assessment().failing().stream()
                .map(Condition::code)
                .toList();
    }

    private String page(String number) {
        return people.signedIn(CLERK).page("/cases/" + number).body();
    }
}
