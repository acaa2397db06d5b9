package org.chunfeng.deregistration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chunfeng.deregistration.DeregistrationFixture.aBranch;
import static org.chunfeng.deregistration.DeregistrationFixture.aPass;
import static org.chunfeng.deregistration.DeregistrationFixture.aSmallFirm;
import static org.chunfeng.deregistration.DeregistrationFixture.with;
import static org.chunfeng.deregistration.DeregistrationFixture.without;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.chunfeng.ChunfengTest;
import org.chunfeng.TestClock;
import org.chunfeng.TestDesk;
import org.chunfeng.TestPeople;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.deadline.Breaches;
import org.chunfeng.deadline.Deadlines;
import org.chunfeng.engine.Refused;
import org.chunfeng.notice.NoticeKind;
import org.chunfeng.notice.NoticeRecord;
import org.chunfeng.notice.Notices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way through deregistration.bpmn, worked by hand. */
@ChunfengTest
class DeregistrationProcessTest {

    private static final String CLERK = "zuoqi.hallIntake";
    private static final String LEADER = "zuoqi.leaderOnDuty";
    private static final String REVIEWER = "zuoqi.taxSource";

    @Autowired
    private TestDesk desk;

    @Autowired
    private TestPeople people;

    @Autowired
    private IdentityService identities;

    @Autowired
    private TestClock clock;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private Deregistrations deregistrations;

    @Autowired
    private Clearances clearances;

    @Autowired
    private Assessments assessments;

    @Autowired
    private OpenItems items;

    @Autowired
    private ZeroDeclarations zeros;

    @Autowired
    private Evidences evidences;

    @Autowired
    private Notices notices;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private Watch watch;

    @Autowired
    private Breaches breaches;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService engine;

    @Autowired
    private HistoryService history;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void setTheClock() {
        clock.set("2021-03-01T10:00");
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void aBranchThatQualifiesGetsItsCertificateInTheSameRequest() throws Exception {
        String number = start(aBranch());

        assertThat(number).matches("D-152921-2021-\\d{6}");
        assertThat(desk.isRunning(number)).isFalse();
        assertThat(endOf(number)).contains("clearedInstantly");
        assertThat(cases.get(number).outcome()).isEqualTo("CLEARED");
        assertThat(cases.get(number).acceptedAt()).isEqualTo(cases.get(number).closedAt());
        assertThat(clearances.find(number)).hasValueSatisfying(issued -> {
            assertThat(issued.certificateNo()).matches("152921税企清〔2021〕\\d{5}号");
            assertThat(issued.onCommitment()).isFalse();
        });
    }

    @Test
    void theFactsOfAnInstantCaseAreKeptWithSourceAndWitness() throws Exception {
        String number = start(with(aBranch(), "hqPaysVatSource", "BY_HAND"));

        assertThat(evidences.of(number))
                .filteredOn(known -> known.code() == FactCode.HQ_PAYS_VAT)
                .singleElement()
                .satisfies(known -> {
                    assertThat(known.answer()).isEqualTo(Answer.TRUE);
                    assertThat(known.source()).isEqualTo("BY_HAND");
                    assertThat(known.confirmedBy()).isEqualTo(CLERK);
                    assertThat(known.confirmedAt()).isEqualTo(clock.instant());
                });
        assertThat(assessments.latest(number))
                .hasValueSatisfying(
                        kept -> assertThat(kept.assessment().tableVersion()).isEqualTo(new TrackTables().version()));
        assertThatThrownBy(() -> jdbc.sql("update deregistration_fact set answer = 'UNKNOWN' where case_number = ?")
                        .param(number)
                        .update())
                .hasMessageContaining("append-only");
    }

    @Test
    void aRegistrationWithoutAUnifiedCodeGetsANoticeInstead() throws Exception {
        String number = start(with(
                aBranch(),
                "matter",
                "TAX_DEREGISTRATION",
                "materialsPresent",
                "deregistrationForm,identityPaper,taxRegistration"));

        assertThat(clearances.find(number))
                .hasValueSatisfying(issued -> assertThat(issued.certificateNo()).contains("税通"));
    }

    /** Domain scenario 21. */
    @Test
    void aBranchWithItsDeviceNotHandedInIsToldExactlyThat() throws Exception {
        String small = start(with(aBranch(), "deviceCleared", "FALSE"));
        String general = start(with(aBranch(), "deviceCleared", "FALSE", "taxpayerClass", "GENERAL"));

        assertThat(failing(small)).containsExactly("C6");
        assertThat(saidOn(small, NoticeKind.OPEN_ITEMS))
                .contains("C6 未缴销税控专用设备")
                .doesNotContain("C1 ", "C5", "C7");
        assertThat(dueOf(small)).isEqualTo(at("2021-03-08T18:00"));
        assertThat(dueOf(general)).isEqualTo(at("2021-03-15T18:00"));
        assertThat(desk.openSteps(small)).containsExactly("settleOpenItems");
    }

    @Test
    void overpaidByNothingIsInstant() throws Exception {
        assertThat(cases.get(start(with(aBranch(), "overpaidAmount", "0.00"))).outcome())
                .isEqualTo("CLEARED");
    }

    @Test
    void aSmallFirmGoesThroughTheGeneralFlowToItsCertificate() throws Exception {
        String number = start(aSmallFirm());
        assertThat(desk.openSteps(number)).containsExactly("reviewDeregistration");
        assertThat(cases.get(number).acceptedAt()).isEqualTo(clock.instant());

        pass(number);
        issue(number);

        assertThat(desk.isRunning(number)).isFalse();
        assertThat(endOf(number)).contains("clearanceIssued", "deregistrationClosed");
        assertThat(cases.get(number).outcome()).isEqualTo("CLEARED");
        assertThat(notices.of(number))
                .extracting(NoticeRecord::kind)
                .contains(NoticeKind.RECEIPT, NoticeKind.CLEARANCE);
    }

    @Test
    void aRunningCaseHoldsNoProcessVariable() throws Exception {
        String number = start(aSmallFirm());

        assertThat(engine.createVariableInstanceQuery()
                        .processInstanceIdIn(
                                desk.task(number, "reviewDeregistration").getProcessInstanceId())
                        .list())
                .isEmpty();
    }

    @Test
    void aRefusalIsDecidedByTheLeaderAndEndsTheCase() throws Exception {
        String number = start(aSmallFirm());

        desk.complete(
                REVIEWER, number, "reviewDeregistration", Map.of("clearanceProposal", "REFUSE", "opinion", "涉嫌虚开"));
        desk.complete(LEADER, number, "approveDeregistration", Map.of("approval", "APPROVE"));

        assertThat(endOf(number)).contains("deregistrationRefused");
        assertThat(cases.get(number).outcome()).isEqualTo("NOT_CLEARED");
        assertThat(saidOn(number, NoticeKind.NOT_CLEARED)).contains("涉嫌虚开");
    }

    @Test
    void aLeaderMaySendTheReviewBack() throws Exception {
        String number = start(aSmallFirm());
        desk.complete(REVIEWER, number, "reviewDeregistration", aPass());

        desk.complete(LEADER, number, "approveDeregistration", Map.of("approval", "SEND_BACK", "opinion", "请核实"));

        assertThat(desk.openSteps(number)).containsExactly("reviewDeregistration");
    }

    @Test
    void nobodyApprovesWhatHeReviewed() throws Exception {
        String number = start(aSmallFirm());
        desk.complete(REVIEWER, number, "reviewDeregistration", aPass());

        people.account(REVIEWER);
        identities.createMembership(REVIEWER, "leaderOnDuty");
        try {
            assertThatThrownBy(() ->
                            desk.complete(REVIEWER, number, "approveDeregistration", Map.of("approval", "APPROVE")))
                    .hasStackTraceContaining("审核人不能审批");
        } finally {
            identities.deleteMembership(REVIEWER, "leaderOnDuty");
        }
    }

    @Test
    void unknownIsNeverEnoughForAClearance() throws Exception {
        String number = start(without(aSmallFirm(), "underInspection", "riskFlag"));

        assertThatThrownBy(() -> desk.complete(REVIEWER, number, "reviewDeregistration", aPass()))
                .hasRootCauseInstanceOf(Refused.class)
                .hasStackTraceContaining("处于税务检查状态：尚未核实")
                .hasStackTraceContaining("有未解除的税收风险：尚未核实");
        desk.complete(
                REVIEWER,
                number,
                "reviewDeregistration",
                with(aPass(), "factSource", "INSPECTION", "underInspection", "FALSE", "riskFlag", "FALSE"));

        assertThat(desk.openSteps(number)).containsExactly("approveDeregistration");
    }

    @Test
    void whoIsInspectedIsNotCleared() throws Exception {
        String number = start(with(aSmallFirm(), "underInspection", "TRUE"));

        assertThatThrownBy(() -> desk.complete(REVIEWER, number, "reviewDeregistration", aPass()))
                .hasStackTraceContaining("处于税务检查状态：此项尚未了结");
    }

    @Test
    void whoIsAtRiskIsNotCleared() throws Exception {
        String number = start(with(aSmallFirm(), "riskFlag", "TRUE"));

        assertThatThrownBy(() -> desk.complete(REVIEWER, number, "reviewDeregistration", aPass()))
                .hasStackTraceContaining("有未解除的税收风险：此项尚未了结");
    }

    @Test
    void openItemsAreSettledBeforeTheReviewPasses() throws Exception {
        String number = start(with(aSmallFirm(), "taxOwedAmount", "300.00", "invoicesCleared", "FALSE"));
        assertThat(saidOn(number, NoticeKind.OPEN_ITEMS))
                .contains("欠税 300.00 元")
                .contains("未缴销发票");

        desk.complete(
                CLERK,
                number,
                "settleOpenItems",
                Map.of("itemsSettled", "INVOICES_CLEARED", "settlementNote", "欠税筹款中"));
        assertThatThrownBy(() -> desk.complete(REVIEWER, number, "reviewDeregistration", aPass()))
                .hasStackTraceContaining("欠税");
        desk.complete(
                REVIEWER,
                number,
                "reviewDeregistration",
                with(aPass(), "factSource", "TAX_SYSTEM", "taxOwedAmount", "0"));

        assertThat(desk.openSteps(number)).containsExactly("approveDeregistration");
        assertThat(items.open(number)).isEmpty();
    }

    @Test
    void aReviewerMayFindOpenItemsOnce() throws Exception {
        String number = start(aSmallFirm());
        var found = Map.<String, Object>of("clearanceProposal", "OPEN_ITEMS", "otherItem", "尚有未注销的出口备案");

        desk.complete(REVIEWER, number, "reviewDeregistration", found);

        assertThat(desk.openSteps(number)).containsExactly("settleOpenItems");
        assertThat(saidOn(number, NoticeKind.OPEN_ITEMS)).contains("出口备案");
        desk.complete(CLERK, number, "settleOpenItems", Map.of("itemsSettled", "OTHER"));
        assertThatThrownBy(() -> desk.complete(REVIEWER, number, "reviewDeregistration", found))
                .hasStackTraceContaining("必填");
    }

    @Test
    void aSecondNoticeNeedsALeader() throws Exception {
        String number = start(with(aSmallFirm(), "deviceCleared", "FALSE"));
        desk.complete(CLERK, number, "settleOpenItems", Map.of("itemsSettled", "DEVICE_CLEARED"));
        var found = Map.<String, Object>of(
                "clearanceProposal", "OPEN_ITEMS", "otherItem", "欠缴罚款", "secondRequestReason", "审核中发现");

        desk.complete(REVIEWER, number, "reviewDeregistration", found);
        assertThat(desk.openSteps(number)).containsExactly("permitFurtherItems");
        desk.complete(LEADER, number, "permitFurtherItems", Map.of("permitted", "false", "opinion", "不必再告知"));
        assertThat(desk.openSteps(number)).containsExactly("reviewDeregistration");
        desk.complete(REVIEWER, number, "reviewDeregistration", found);
        desk.complete(LEADER, number, "permitFurtherItems", Map.of("permitted", "true", "opinion", "同意"));

        assertThat(desk.openSteps(number)).containsExactly("settleOpenItems");
        assertThat(deregistrations.get(number).itemNotices()).isEqualTo(2);
    }

    @Test
    void aPaperMayBePromisedInTheGeneralFlow() throws Exception {
        String number = start(with(aSmallFirm(), "materialsPresent", "clearanceForm"));
        assertThatThrownBy(() ->
                        desk.complete(CLERK, number, "settleOpenItems", Map.of("itemsPromised", "PAPER.identityPaper")))
                .hasStackTraceContaining("承诺履行日期：必填");
        desk.complete(
                CLERK,
                number,
                "settleOpenItems",
                Map.of(
                        "itemsPromised",
                        "PAPER.identityPaper",
                        "commitmentSignedBy",
                        "王秀兰",
                        "commitmentDueOn",
                        "2021-03-31"));
        pass(number);
        issue(number);

        assertThat(desk.openSteps(number)).containsExactly("fulfilCommitment");
        assertThat(endOf(number)).contains("clearanceIssued").doesNotContain("deregistrationClosed");
        assertThat(clearances.find(number))
                .hasValueSatisfying(issued -> assertThat(issued.onCommitment()).isTrue());
    }

    @Test
    void aRatedFirmWithoutItsPapersIsClearedOnCommitment() throws Exception {
        String number = start(onCommitment());

        assertThat(desk.openSteps(number)).containsExactly("fulfilCommitment");
        assertThat(clearances.find(number)).isPresent();
        assertThat(desk.task(number, "fulfilCommitment").getDueDate().toInstant())
                .isEqualTo(at("2021-03-31T18:00"));
        assertThatThrownBy(() ->
                        desk.complete(CLERK, number, "fulfilCommitment", Map.of("itemsSettled", "PAPER.clearanceForm")))
                .hasStackTraceContaining("经办人身份证件");
        desk.complete(
                CLERK, number, "fulfilCommitment", Map.of("itemsSettled", "PAPER.clearanceForm,PAPER.identityPaper"));

        assertThat(endOf(number)).contains("commitmentFulfilled");
        assertThat(cases.get(number).outcome()).isEqualTo("CLEARED");
        assertThat(deregistrations.get(number).commitment().fulfilled()).isTrue();
    }

    @Test
    void aBrokenPromiseIsRecordedWithItsConsequence() throws Exception {
        String number = start(onCommitment());

        clock.set("2021-03-26T18:00");
        desk.fireDueJobs();
        assertThat(notices.of(number)).extracting(NoticeRecord::kind).contains(NoticeKind.WARNING);
        clock.set("2021-03-31T18:00");
        desk.fireDueJobs();

        assertThat(endOf(number)).contains("promiseBroken");
        assertThat(cases.get(number).outcome()).isEqualTo("PROMISE_BROKEN");
        assertThat(deregistrations.get(number).commitment().fulfilled()).isFalse();
        assertThat(breaches.ofCase(number)).isEmpty();
        assertThat(saidOn(number, NoticeKind.PROMISE_BROKEN)).contains("D 级");
    }

    @Test
    void whoQualifiesIsNotPutOffWithoutAReason() throws Exception {
        assertThatThrownBy(() -> start(with(aBranch(), "generalFlowWanted", "true")))
                .hasStackTraceContaining("转一般流程的理由：必填");
        assertThatThrownBy(() -> start(with(aBranch(), "materialsPresent", "clearanceForm")))
                .hasStackTraceContaining("符合即办条件而缺“经办人身份证件");
        String number = start(with(aBranch(), "generalFlowWanted", "true", "generalFlowReason", "纳税人要求先核对账目"));

        assertThat(desk.openSteps(number)).containsExactly("reviewDeregistration");
        assertThat(jdbc.sql("select reason from qualified_but_general where case_number = ?")
                        .param(number)
                        .query(String.class)
                        .list())
                .containsExactly("纳税人要求先核对账目");
    }

    @Test
    void aNonNormalTaxpayerConfirmsTwentySixZeroMonthsAtOnce() throws Exception {
        String number = start(nonNormal());

        assertThat(desk.openSteps(number)).containsExactly("confirmZeroDeclarations");
        assertThat(cases.get(number).acceptedAt()).isNull();
        assertThat(zeros.of(number))
                .hasSize(26)
                .allSatisfy(line -> assertThat(line.zero()).isNull());
        assertThatThrownBy(() -> desk.complete(
                        CLERK,
                        number,
                        "confirmZeroDeclarations",
                        Map.of("zeroDecision", "ALL_ZERO", "zeroSignedBy", "赵永强")))
                .hasStackTraceContaining("纳税人确认签字");
        clock.set("2021-03-03T10:00");
        desk.complete(CLERK, number, "confirmZeroDeclarations", allZero());

        assertThat(zeros.of(number)).allSatisfy(line -> assertThat(line.zero()).isTrue());
        assertThat(evidences.answers(number)).containsEntry(FactCode.ABNORMAL, Answer.FALSE);
        assertThat(cases.get(number).acceptedAt()).isEqualTo(clock.instant());
        assertThat(dueOf(number)).isEqualTo(at("2021-03-10T18:00"));
    }

    @Test
    void aNonNormalBranchIsInstantOnceItsPeriodsAreConfirmed() throws Exception {
        String number = start(with(
                aBranch(),
                "abnormal",
                "TRUE",
                "abnormalSince",
                "2020-11-01",
                "abnormalItems",
                "10101,10104",
                "vatFrequency",
                "QUARTERLY"));
        assertThat(zeros.of(number)).hasSize(4);

        desk.complete(CLERK, number, "confirmZeroDeclarations", allZero());

        assertThat(cases.get(number).outcome()).isEqualTo("CLEARED");
    }

    @Test
    void aPeriodThatIsNotZeroIsAnOpenItem() throws Exception {
        String number = start(nonNormal());

        assertThatThrownBy(() -> desk.complete(
                        CLERK, number, "confirmZeroDeclarations", with(allZero(), "nonZeroPeriods", "10101:202001")))
                .hasStackTraceContaining("不能一次性确认");
        assertThatThrownBy(() -> desk.complete(
                        CLERK,
                        number,
                        "confirmZeroDeclarations",
                        Map.of("zeroDecision", "NOT_ZERO", "nonZeroPeriods", "10101:199901")))
                .hasStackTraceContaining("不在可选范围");
        desk.complete(
                CLERK,
                number,
                "confirmZeroDeclarations",
                Map.of("zeroDecision", "NOT_ZERO", "nonZeroPeriods", "10101:202001,10101:202002"));

        assertThat(failing(number)).contains("B4");
        assertThat(items.open(number)).extracting(OpenItem::name).contains("未申报属期 2 个");
        desk.complete(CLERK, number, "settleOpenItems", Map.of("itemsSettled", "UNFILED"));
        pass(number);
        issue(number);
        assertThat(cases.get(number).outcome()).isEqualTo("CLEARED");
    }

    @Test
    void aTaxpayerMayWithdrawUntilTheCertificateIsIssued() throws Exception {
        String before = start(nonNormal());
        String during = start(aSmallFirm());
        String after = start(onCommitment());

        desk.send(CLERK, "deregistrationWithdrawn", before, Map.of("withdrawReason", "继续经营"));
        desk.send(CLERK, "deregistrationWithdrawn", during, Map.of("withdrawReason", "继续经营"));

        assertThat(List.of(before, during))
                .allSatisfy(number -> assertThat(cases.get(number).outcome()).isEqualTo("WITHDRAWN"))
                .allSatisfy(number -> assertThat(endOf(number)).contains("withdrawalRecorded"));
        assertThatThrownBy(() -> desk.send(CLERK, "deregistrationWithdrawn", after, Map.of("withdrawReason", "后悔")))
                .hasStackTraceContaining("不能再撤回");
    }

    @Test
    void nobodyOfAnotherCountyWithdraws() throws Exception {
        String number = start(aSmallFirm());

        assertThatThrownBy(() ->
                        desk.send("youqi.hallIntake", "deregistrationWithdrawn", number, Map.of("withdrawReason", "x")))
                .isInstanceOf(Exception.class);
        assertThat(desk.isRunning(number)).isTrue();
    }

    @Test
    void aTaxpayerHasOneDeregistrationAtATime() throws Exception {
        Map<String, Object> form = aSmallFirm();
        String number = start(form);

        assertThatThrownBy(() -> start(with(form, "requestId", "another")))
                .hasStackTraceContaining("已有未办结的注销案件 " + number);
    }

    @Test
    void aLateGeneralCaseIsWarnedThenGoesToAuditAndGoesOn() throws Exception {
        clock.set("2021-09-17T10:00");
        String number = start(with(aSmallFirm(), "taxpayerClass", "GENERAL"));
        assertThat(dueOf(number)).isEqualTo(at("2021-10-08T18:00"));

        clock.set("2021-09-29T18:00");
        desk.fireDueJobs();
        assertThat(notices.of(number)).extracting(NoticeRecord::kind).contains(NoticeKind.WARNING);
        clock.set("2021-10-08T18:00");
        desk.fireDueJobs();

        assertThat(breaches.ofCase(number)).hasSize(1);
        String audit = auditOf(number);
        assertThat(desk.openSteps(audit)).contains("referBreach", "examineBreach");
        assertThat(desk.openSteps(number)).containsExactly("reviewDeregistration");
        assertThat(endOf(number)).contains("warningSent", "breachEscalated");
        assertThatThrownBy(() -> desk.complete(
                        "alxa.audit", audit, "examineBreach", Map.of("conclusion", "REMINDED", "opinion", "提醒")))
                .isInstanceOf(Exception.class);
        pass(number);
        issue(number);
        assertThat(cases.get(number).outcome()).isEqualTo("CLEARED");
    }

    @Test
    void aCaseOfFiveDaysIsWarnedOneDayBefore() throws Exception {
        String number = start(aSmallFirm());

        clock.set("2021-03-04T18:00");
        desk.fireDueJobs(number);
        assertThat(notices.of(number)).extracting(NoticeRecord::kind).doesNotContain(NoticeKind.WARNING);
        clock.set("2021-03-05T12:00");
        desk.fireDueJobs(number);

        assertThat(notices.of(number)).extracting(NoticeRecord::kind).contains(NoticeKind.WARNING);
    }

    @Test
    void theTaxpayersClassIsFrozenAtAcceptance() throws Exception {
        String number = start(aSmallFirm());
        jdbc.sql("update case_file set taxpayer_class = 'GENERAL' where case_number = ?")
                .param(number)
                .update();

        clock.set("2021-03-02T10:00");
        Task suspension = suspend(number);
        clock.set("2021-03-03T10:00");
        resume(suspension);

        assertThat(dueOf(number)).isEqualTo(at("2021-03-09T18:00"));
    }

    /** Domain scenario 14. */
    @Test
    void fiveWorkingDaysReachOverTheNationalHoliday() throws Exception {
        clock.set("2021-09-26T10:00");

        assertThat(dueOf(start(aSmallFirm()))).isEqualTo(at("2021-10-08T18:00"));
    }

    /** Domain scenario 16. */
    @Test
    void threeSuspendedDaysAreGivenBack() throws Exception {
        clock.set("2021-04-06T10:00");
        String number = start(aSmallFirm());
        assertThat(dueOf(number)).isEqualTo(at("2021-04-13T18:00"));
        clock.set("2021-04-08T10:00");
        Task suspension = suspend(number);

        clock.set("2021-04-13T09:00");
        resume(suspension);

        assertThat(dueOf(number)).isEqualTo(at("2021-04-16T18:00"));
    }

    /** Domain scenario 18: two overlapping suspensions count once where they overlap. */
    @Test
    void overlappingSuspensionsAreUnited() throws Exception {
        clock.set("2021-06-07T10:00");
        String number = start(with(aSmallFirm(), "taxpayerClass", "GENERAL"));
        assertThat(dueOf(number)).isEqualTo(at("2021-06-22T18:00"));
        clock.set("2021-06-09T10:00");
        Task first = suspend(number);
        clock.set("2021-06-11T10:00");
        Task second = suspend(number);
        clock.set("2021-06-16T09:00");
        resume(first);
        clock.set("2021-06-18T09:00");
        resume(second);

        assertThat(dueOf(number)).isEqualTo(at("2021-06-30T18:00"));
        assertThat(desk.task(number, "reviewDeregistration").getDueDate().toInstant())
                .isEqualTo(at("2021-06-30T18:00"));
        assertThat(watch.line(number).orElseThrow().suspendedDays()).isEqualTo("6");
        clock.set("2021-06-25T09:00");
        assertThat(watch.line(number).orElseThrow().suspendedDays()).isEqualTo("6");
    }

    @Test
    void aCaseThatIsWithdrawnWhileItStandsStillLeavesNothingBehind() throws Exception {
        String number = start(aSmallFirm());
        suspend(number);

        desk.send(CLERK, "deregistrationWithdrawn", number, Map.of("withdrawReason", "继续经营"));

        assertThat(desk.isRunning(number)).isFalse();
        assertThat(deadlines.openClocks(number)).isEmpty();
    }

    @Test
    void aSuspendedCaseIsNotLateAndMayStillBeFinished() throws Exception {
        String number = start(aSmallFirm());
        suspend(number);

        clock.set("2021-04-20T10:00");
        desk.fireDueJobs();
        assertThat(breaches.ofCase(number)).isEmpty();
        pass(number);
        issue(number);

        assertThat(desk.isRunning(number)).isFalse();
        assertThat(cases.get(number).outcome()).isEqualTo("CLEARED");
    }

    @Test
    void everyRefusalOfAnApplicationComesAtOnce() {
        assertThatThrownBy(() -> start(Map.of(
                        "taxpayerId", "123",
                        "deregistrationReason", "02",
                        "neverHandled", "TRUE",
                        "taxOwedAmount", "5",
                        "abnormal", "TRUE",
                        "overpaidAmount", "1",
                        "commitmentSigned", "true",
                        "hqPaysVat", "TRUE")))
                .hasStackTraceContaining("办理事项")
                .hasStackTraceContaining("应为18位")
                .hasStackTraceContaining("合并分立情况报告")
                .hasStackTraceContaining("矛盾")
                .hasStackTraceContaining("首个非正常月份")
                .hasStackTraceContaining("多缴产生日期")
                .hasStackTraceContaining("承诺履行日期")
                .hasStackTraceContaining("总机构统一社会信用代码")
                .hasStackTraceContaining("查询来源");
    }

    private String start(Map<String, Object> form) throws Exception {
        return desk.start(CLERK, "deregistration", form);
    }

    private static Map<String, Object> onCommitment() {
        return with(
                aSmallFirm(),
                "creditLevel",
                "A",
                "materialsPresent",
                "",
                "commitmentSigned",
                "true",
                "commitmentSignedBy",
                "王秀兰",
                "commitmentDueOn",
                "2021-03-31");
    }

    private static Map<String, Object> nonNormal() {
        return with(
                aSmallFirm(),
                "abnormal",
                "TRUE",
                "abnormalSince",
                "2019-02-10",
                "abnormalItems",
                "10101",
                "vatFrequency",
                "MONTHLY");
    }

    private static Map<String, Object> allZero() {
        return Map.of("zeroDecision", "ALL_ZERO", "zeroSignedBy", "赵永强", "zeroConfirmed", "true");
    }

    private void pass(String number) throws Exception {
        desk.complete(REVIEWER, number, "reviewDeregistration", aPass());
        desk.complete(LEADER, number, "approveDeregistration", Map.of("approval", "APPROVE", "opinion", "同意"));
    }

    private void issue(String number) throws Exception {
        desk.complete(CLERK, number, "issueClearance", Map.of("deliveredBy", "COUNTER", "receivedBy", "巴特尔"));
    }

    /** Asks for a suspension and has it approved; answers the task that ends it. */
    private Task suspend(String number) throws Exception {
        List<String> before = resumptions(number).stream().map(Task::getId).toList();
        desk.send(
                REVIEWER,
                "suspensionRequested",
                number,
                Map.of(
                        "suspensionReason",
                        "INSPECTION",
                        "documentNo",
                        "阿左税稽检〔2021〕3号",
                        "plannedEnd",
                        LocalDate.now(clock).plusDays(20).toString()));
        desk.complete(LEADER, number, "approveSuspension", Map.of("suspensionApproved", "true", "opinion", "同意"));
        return resumptions(number).stream()
                .filter(task -> !before.contains(task.getId()))
                .findFirst()
                .orElseThrow();
    }

    private List<Task> resumptions(String number) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey("resumeCase")
                .list();
    }

    private void resume(Task resumption) throws Exception {
        people.as(REVIEWER, () -> {
            tasks.claim(resumption.getId(), REVIEWER);
            tasks.complete(resumption.getId(), Map.of("resumeReason", "检查已结束"));
            return resumption;
        });
    }

    private List<String> failing(String number) {
        return assessments.latest(number).orElseThrow().assessment().failing().stream()
                .map(Condition::code)
                .toList();
    }

    private String saidOn(String number, NoticeKind kind) {
        return notices.of(number).stream()
                .filter(notice -> notice.kind() == kind)
                .map(NoticeRecord::body)
                .reduce("", (one, other) -> one + "\n" + other);
    }

    private Instant dueOf(String number) {
        return deadlines.openClocks(number).stream()
                .filter(open -> open.step().equals("deregistration"))
                .findFirst()
                .orElseThrow()
                .dueAt();
    }

    private String auditOf(String number) {
        return jdbc.sql("select case_number from case_file where related_case = ? and kind = 'AUDIT'")
                .param(number)
                .query(String.class)
                .single();
    }

    /** Which end events the case has passed. */
    private List<String> endOf(String number) {
        CaseFile file = cases.get(number);
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(file.caseNumber())
                        .singleResult()
                        .getId())
                .finished()
                .list()
                .stream()
                .map(activity -> activity.getActivityId())
                .toList();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }
}
