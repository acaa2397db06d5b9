package org.chunfeng.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chunfeng.refund.RefundFixture.aSlip;
import static org.chunfeng.refund.RefundFixture.anApplication;
import static org.chunfeng.refund.RefundFixture.anApproval;
import static org.chunfeng.refund.RefundFixture.with;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.chunfeng.ChunfengTest;
import org.chunfeng.TestClock;
import org.chunfeng.TestDesk;
import org.chunfeng.TestPeople;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.casefile.CaseStatus;
import org.chunfeng.casefile.Material;
import org.chunfeng.casefile.Materials;
import org.chunfeng.engine.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way through refund.bpmn, worked by hand. */
@ChunfengTest
class RefundProcessTest {

    private static final String CLERK = "zuoqi.hallIntake";
    private static final String LEADER = "zuoqi.leaderOnDuty";
    private static final String REVIEWER = "zuoqi.taxSource";
    private static final String APPROVER = "zuoqi.taxSource2";
    private static final String ISSUER = "zuoqi.revenueAccounting";
    private static final String CHECKER = "zuoqi.revenueAccounting2";
    private static final String TWO_PAPERS = "applicationForm,identityPaper";

    @Autowired
    private TestDesk desk;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestPeople people;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private Materials materials;

    @Autowired
    private Refunds refunds;

    @Autowired
    private Slips slips;

    @Autowired
    private RuntimeService engine;

    @BeforeEach
    void setTheClock() {
        clock.set("2021-04-06T10:00");
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void aCompleteApplicationIsAcceptedAtOnceAndPaidInTheEnd() throws Exception {
        String number = desk.start(CLERK, "refund", anApplication());

        assertThat(number).matches("R-152921-2021-\\d{6}");
        assertThat(cases.get(number).acceptedAt()).isEqualTo(clock.instant());
        review(number);
        approve(number);
        sendSlip(number);
        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.SENT);
        answer(number, "PAID", "");
        answer(number, "WRITTEN_OFF", "");

        assertThat(desk.isRunning(number)).isFalse();
        assertThat(cases.get(number).outcome()).isEqualTo("PAID");
        assertThat(slips.current(number))
                .hasValueSatisfying(slip -> assertThat(slip.state()).isEqualTo("WRITTEN_OFF"));
    }

    @Test
    void aRunningCaseHoldsNoProcessVariable() throws Exception {
        String number = desk.start(CLERK, "refund", anApplication());

        review(number);

        assertThat(engine.createVariableInstanceQuery()
                        .processInstanceIdIn(desk.task(number, "approveRefund").getProcessInstanceId())
                        .list())
                .isEmpty();
    }

    @Test
    void anApplicationFromTheElectronicBureauWaitsForAcceptance() throws Exception {
        String number = file();

        assertThat(desk.openSteps(number)).containsExactly("acceptRefund");
        desk.complete(
                CLERK,
                number,
                "acceptRefund",
                Map.of("decision", "ACCEPT", "materialsPresent", TWO_PAPERS + ",errorProof"));

        assertThat(desk.openSteps(number)).containsExactly("reviewRefund");
    }

    @Test
    void anApplicationThatBelongsElsewhereIsDeclined() throws Exception {
        String number = file();

        desk.complete(CLERK, number, "acceptRefund", Map.of("decision", "DECLINE", "declineReason", "非本局管辖"));

        assertThat(desk.isRunning(number)).isFalse();
        assertThat(cases.get(number).outcome()).isEqualTo("DECLINED");
    }

    @Test
    void missingPapersAreAskedForInOneNotice() throws Exception {
        String number = desk.start(CLERK, "refund", with(anApplication(), "materialsPresent", TWO_PAPERS));

        assertThat(desk.openSteps(number)).containsExactly("supplementMaterials");
        assertThat(cases.get(number).acceptedAt()).isNull();
        desk.complete(CLERK, number, "supplementMaterials", Map.of("materialsPresent", "errorProof"));

        assertThat(desk.openSteps(number)).containsExactly("reviewRefund");
        assertThat(refunds.get(number).paperRequests()).isEqualTo(1);
    }

    @Test
    void aSecondRequestNeedsAReasonAndALeader() throws Exception {
        String number = desk.start(CLERK, "refund", with(anApplication(), "materialsPresent", "applicationForm"));

        assertThatThrownBy(() -> desk.complete(
                        CLERK, number, "supplementMaterials", Map.of("materialsPresent", "identityPaper")))
                .hasRootCauseInstanceOf(Refused.class)
                .hasStackTraceContaining("再次要求补正的理由：必填");
        desk.complete(
                CLERK,
                number,
                "supplementMaterials",
                Map.of("materialsPresent", "identityPaper", "secondRequestReason", "证明材料缺页"));
        assertThat(desk.openSteps(number)).containsExactly("permitSupplement");
        desk.complete(LEADER, number, "permitSupplement", Map.of("permitted", "true", "opinion", "同意"));

        assertThat(desk.openSteps(number)).containsExactly("supplementMaterials");
        assertThat(refunds.get(number).paperRequests()).isEqualTo(2);
    }

    @Test
    void aLeaderWhoDeniesASecondRequestLetsTheCaseGoOn() throws Exception {
        String number = desk.start(CLERK, "refund", with(anApplication(), "materialsPresent", TWO_PAPERS));
        desk.complete(CLERK, number, "supplementMaterials", Map.of("secondRequestReason", "仍缺证明"));

        desk.complete(LEADER, number, "permitSupplement", Map.of("permitted", "false", "opinion", "可内部核实"));

        assertThat(desk.openSteps(number)).containsExactly("reviewRefund");
        assertThat(materials.of(number)).extracting(Material::state).contains("WAIVED");
    }

    @Test
    void aReviewerMayAskForPapersOnce() throws Exception {
        String number = desk.start(CLERK, "refund", anApplication());

        desk.complete(
                REVIEWER, number, "reviewRefund", Map.of("proposal", "RETURN", "returnedMaterials", "errorProof"));
        assertThat(desk.openSteps(number)).containsExactly("collectPapers");
        desk.complete(CLERK, number, "collectPapers", Map.of("materialsPresent", "errorProof"));

        assertThat(desk.openSteps(number)).containsExactly("reviewRefund");
    }

    @Test
    void aReviewersSecondRequestNeedsALeader() throws Exception {
        String number = desk.start(CLERK, "refund", with(anApplication(), "materialsPresent", TWO_PAPERS));
        desk.complete(CLERK, number, "supplementMaterials", Map.of("materialsPresent", "errorProof"));
        var request = Map.<String, Object>of(
                "proposal", "RETURN", "returnedMaterials", "errorProof", "secondRequestReason", "页码不全");

        desk.complete(REVIEWER, number, "reviewRefund", request);
        assertThat(desk.openSteps(number)).containsExactly("permitReturn");
        desk.complete(LEADER, number, "permitReturn", Map.of("permitted", "false", "opinion", "以现有资料审核"));
        assertThat(desk.openSteps(number)).containsExactly("reviewRefund");
        desk.complete(REVIEWER, number, "reviewRefund", request);
        desk.complete(LEADER, number, "permitReturn", Map.of("permitted", "true", "opinion", "同意"));

        assertThat(desk.openSteps(number)).containsExactly("collectPapers");
    }

    @Test
    void papersThatTheGuideHasDroppedMayNotBeAskedFor() throws Exception {
        String number = desk.start(CLERK, "refund", anApplication());
        var request = Map.<String, Object>of("proposal", "RETURN", "returnedMaterials", "businessLicence");

        assertThatThrownBy(() -> desk.complete(REVIEWER, number, "reviewRefund", request))
                .hasStackTraceContaining("不得要求纳税人提供");
    }

    @Test
    void aRefusalIsApprovedBySomebodyElseAndEndsTheCase() throws Exception {
        String number = desk.start(CLERK, "refund", anApplication());

        desk.complete(REVIEWER, number, "reviewRefund", Map.of("proposal", "REFUSE", "opinion", "未多缴"));
        approve(number);

        assertThat(desk.isRunning(number)).isFalse();
        assertThat(cases.get(number).outcome()).isEqualTo("REFUSED");
    }

    @Test
    void anApproverMaySendTheProposalBack() throws Exception {
        String number = desk.start(CLERK, "refund", anApplication());
        review(number);

        desk.complete(APPROVER, number, "approveRefund", Map.of("approval", "SEND_BACK", "opinion", "金额请复核"));

        assertThat(desk.openSteps(number)).containsExactly("reviewRefund");
    }

    @Test
    void aWrongSlipIsIssuedAgain() throws Exception {
        String number = desk.start(CLERK, "refund", anApplication());
        review(number);
        approve(number);
        desk.complete(ISSUER, number, "issueSlip", aSlip());

        desk.complete(CHECKER, number, "checkSlip", Map.of("slipRight", "false", "opinion", "科目有误"));
        desk.complete(ISSUER, number, "issueSlip", aSlip());

        assertThat(slips.of(number)).extracting(Slip::state).containsExactly("VOID", "ISSUED");
    }

    @Test
    void aReturnForTheAccountGoesRoundByHallAndSourceAndIsReissued() throws Exception {
        String number = sent();

        answer(number, "RETURNED", "NAME_MISMATCH");
        assertThat(desk.openSteps(number)).containsExactly("correctAccount");
        var account = Map.<String, Object>of(
                "bankName",
                "内蒙古银行",
                "accountName",
                "贺兰牧业（阿拉善）有限公司",
                "accountNo",
                "700000000001",
                "contactNote",
                "已电话核实");
        desk.complete(CLERK, number, "correctAccount", account);
        desk.complete(REVIEWER, number, "confirmAccount", Map.of("confirmed", "false", "opinion", "请再核实"));
        desk.complete(CLERK, number, "correctAccount", account);
        desk.complete(REVIEWER, number, "confirmAccount", Map.of("confirmed", "true"));
        sendSlip(number);
        answer(number, "WRITTEN_OFF", "");

        assertThat(cases.get(number).outcome()).isEqualTo("PAID");
        assertThat(slips.of(number)).extracting(Slip::state).containsExactly("RETURNED", "WRITTEN_OFF");
    }

    @Test
    void aReturnForTheSlipIsReissuedByAccounting() throws Exception {
        String number = sent();

        answer(number, "RETURNED", "BALANCE_OF_BUDGET_SUBJECT");

        assertThat(desk.openSteps(number)).containsExactly("issueSlip");
    }

    @Test
    void aTechnicalFaultGoesToOperations() throws Exception {
        String number = sent();

        answer(number, "RETURNED", "TECHNICAL");
        desk.complete("alxa.ops", number, "solveTechnicalFault", Map.of("solution", "线路恢复"));

        assertThat(desk.openSteps(number)).containsExactly("issueSlip");
    }

    @Test
    void aTaxpayerMayWithdrawUntilTheSlipIsSent() throws Exception {
        String number = desk.start(CLERK, "refund", anApplication());
        review(number);

        desk.send(CLERK, "refundWithdrawn", number, Map.of("withdrawReason", "纳税人放弃"));

        assertThat(desk.isRunning(number)).isFalse();
        assertThat(cases.get(number).outcome()).isEqualTo("WITHDRAWN");
    }

    @Test
    void aSentSlipCannotBeWithdrawn() throws Exception {
        String number = sent();

        assertThatThrownBy(() -> desk.send(CLERK, "refundWithdrawn", number, Map.of("withdrawReason", "放弃")))
                .hasStackTraceContaining("不能再撤回");
        assertThat(desk.isRunning(number)).isTrue();
    }

    @Test
    void anExpeditedCaseComesFirstAndKeepsItsDates() throws Exception {
        String number = desk.start(CLERK, "refund", anApplication());
        var dueBefore = desk.task(number, "reviewRefund").getDueDate();

        desk.send(CLERK, "expediteRequested", number, Map.of("expediteReason", "企业资金困难"));
        desk.complete(LEADER, number, "approveExpedite", Map.of("expedited", "true", "opinion", "同意"));
        desk.complete("alxa.policy", number, "expediteRefund", Map.of("contactLog", "已联系区局"));

        assertThat(desk.task(number, "reviewRefund").getPriority()).isEqualTo(80);
        assertThat(desk.task(number, "reviewRefund").getDueDate()).isEqualTo(dueBefore);
        review(number);
        assertThat(desk.task(number, "approveRefund").getPriority()).isEqualTo(80);
    }

    @Test
    void anExpediteRequestMayBeDenied() throws Exception {
        String number = desk.start(CLERK, "refund", anApplication());

        desk.send(CLERK, "expediteRequested", number, Map.of("expediteReason", "着急"));
        desk.complete(LEADER, number, "approveExpedite", Map.of("expedited", "false", "opinion", "不属于加急情形"));

        assertThat(desk.openSteps(number)).containsExactly("reviewRefund");
        assertThat(cases.get(number).expedited()).isFalse();
    }

    private String file() throws Exception {
        return people.as(
                CLERK,
                () -> engine.createMessageCorrelation("refundFiled")
                        .setVariables(anApplication())
                        .correlateStartMessage()
                        .getBusinessKey());
    }

    private String sent() throws Exception {
        String number = desk.start(CLERK, "refund", anApplication());
        review(number);
        approve(number);
        sendSlip(number);
        return number;
    }

    private void review(String number) throws Exception {
        desk.complete(REVIEWER, number, "reviewRefund", anApproval());
    }

    private void approve(String number) throws Exception {
        desk.complete(APPROVER, number, "approveRefund", Map.of("approval", "APPROVE"));
    }

    private void sendSlip(String number) throws Exception {
        desk.complete(ISSUER, number, "issueSlip", aSlip());
        desk.complete(CHECKER, number, "checkSlip", Map.of("slipRight", "true"));
        desk.fireDueJobs();
    }

    private void answer(String number, String answer, String reason) throws Exception {
        var form = with(
                Map.of("answer", answer),
                "slipNo",
                slips.current(number).orElseThrow().slipNo());
        desk.send(ISSUER, "treasuryAnswered", number, reason.isEmpty() ? form : with(form, "returnReason", reason));
    }
}
