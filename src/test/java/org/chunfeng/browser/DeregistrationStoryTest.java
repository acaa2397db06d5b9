package org.chunfeng.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import org.chunfeng.ChunfengTest;
import org.chunfeng.TestClock;
import org.chunfeng.TestDesk;
import org.chunfeng.TestPeople;
import org.chunfeng.casefile.CaseFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Deregistrations as their people live them, in a real browser. */
@ChunfengTest
class DeregistrationStoryTest {

    @Autowired
    private TestPeople people;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestDesk desk;

    @Autowired
    private CaseFiles cases;

    @LocalServerPort
    private int port;

    private Office office;

    @BeforeEach
    void open() {
        clock.set("2026-09-07T09:30");
        office = new Office("tengger", people, clock, port);
    }

    @AfterEach
    void close() {
        office.close();
        clock.reset();
    }

    @Test
    void aBranchThatQualifiesLeavesWithItsCertificate() {
        Screen clerk = office.signedIn(Office.CLERK);
        Tasklist tasklist = Tasklist.open(clerk);
        FormOnScreen form = DeregistrationForm.ofABranch(tasklist.start("税务注销"), 91_001);
        Locator track = form.part("[data-cf-track]");
        assertThat(track).containsText("即时办结 企业分支机构即办，方案（35）");
        track.scrollIntoViewIfNeeded();
        clerk.shoot("30-instant-form");
        tasklist.submitStart();

        assertThat(tasklist.opened()).containsText("已即时办结：D-152999-2026-");
        assertThat(tasklist.opened()).containsText(Pattern.compile("152999税企清〔2026〕\\d{5}号"));
        String number = tasklist.opened().locator(".cf-done-number").innerText();
        clerk.shoot("31-instant-done");
        Page certificate =
                clerk.follow(() -> tasklist.opened().getByText("清税证明").click());

        assertThat(certificate.locator(".paper")).containsText("文书号：" + number);
        assertThat(certificate.locator(".paper")).containsText("所有税务事项均已结清");
        certificate.evaluate("window.print = () => { document.title = 'printed'; }");
        certificate.locator("[data-print]").click();
        assertThat(certificate).hasTitle("printed");
        clerk.shoot("32-certificate");
        office.assertNobodyHadTrouble();
    }

    @Test
    void aBranchThatFailsOneConditionIsToldWhichBeforeItApplies() {
        Screen clerk = office.signedIn(Office.CLERK);
        Tasklist tasklist = Tasklist.open(clerk);
        FormOnScreen form = DeregistrationForm.ofABranch(tasklist.start("税务注销"), 91_002);
        Locator track = form.part("[data-cf-track]");
        assertThat(form.part("[data-cf-section=generalFlow]")).isVisible();
        form.choose("deviceCleared", "否");

        assertThat(track).containsText("一般流程，5个工作日");
        assertThat(track.locator(".cf-tag")).hasText(new String[] {"C6"});
        assertThat(track).containsText("未缴销税控专用设备");
        assertThat(form.part("[data-cf-section=generalFlow]")).isHidden();
        track.scrollIntoViewIfNeeded();
        clerk.shoot("33-failing-form");
        Page paper = clerk.page().waitForPopup(() -> track.getByText("打印给纳税人").click());
        assertThat(paper.locator(".paper")).containsText("税务注销办理方式告知单");
        assertThat(paper.locator(".paper li")).hasText(new Pattern[] {Pattern.compile("^C6 未缴销税控专用设备")});
        paper.close();
        tasklist.submitStart();
        String caseNumber = caseIn(tasklist);
        seeTheNotice(clerk, caseNumber);
        settle(clerk, caseNumber);
        office.assertNobodyHadTrouble();
    }

    private static void seeTheNotice(Screen clerk, String caseNumber) {
        Page page = clerk.open("/cases/" + caseNumber);
        assertThat(page.locator("main")).containsText("C6 未缴销税控专用设备");
        page.locator("a").getByText("未结事项告知书").click();

        assertThat(page.locator(".paper")).containsText("不能即时办结的原因");
        assertThat(page.locator(".paper")).containsText("C6 未缴销税控专用设备");
        assertThat(page.locator(".paper")).not().containsText("C5");
        clerk.shoot("34-notice");
    }

    private void settle(Screen clerk, String caseNumber) {
        Tasklist tasklist = Tasklist.open(clerk);
        FormOnScreen form = tasklist.claim(caseNumber);
        assertThat(form.field("itemsSettled")).containsText("未缴销税控专用设备");
        form.part("[data-cf-field=itemsSettled] input").check();
        clerk.shoot("35-settle");
        tasklist.complete();
        assertThat(desk.openSteps(caseNumber)).containsExactly("reviewDeregistration");
    }

    /** Small-scale, 5 working days; suspended [06-09, 06-16) and [06-11, 06-18): together six of them, not eight. */
    @Test
    void twoSuspensionsThatOverlapCountOnce() {
        clock.set("2021-06-07T10:00");
        Screen clerk = office.signedIn(Office.CLERK);
        String caseNumber = apply(clerk, "SMALL", 91_003);
        Screen reviewer = office.signedIn(Office.REVIEWER);
        Screen leader = office.signedIn(Office.LEADER);
        assertThat(reviewer.open("/cases/" + caseNumber).locator(".clocks")).containsText("2021-06-15 18:00");

        clock.set("2021-06-09T10:00");
        suspend(reviewer, leader, caseNumber, "腾税稽检〔2021〕3号");
        clock.set("2021-06-11T10:00");
        suspend(reviewer, leader, caseNumber, "腾税稽检〔2021〕4号");
        seeItStandStill(reviewer, caseNumber);
        clock.set("2021-06-16T09:00");
        resume(reviewer, caseNumber);
        clock.set("2021-06-18T09:00");
        resume(reviewer, caseNumber);

        seeTheDateExplained(reviewer, caseNumber);
        office.assertNobodyHadTrouble();
    }

    private static void suspend(Screen reviewer, Screen leader, String caseNumber, String documentNo) {
        Page page = reviewer.open("/cases/" + caseNumber);
        page.locator("summary").getByText("申请中止").click();
        page.locator("[name=suspensionReason]").selectOption("INSPECTION");
        page.locator("[name=documentNo]").fill(documentNo);
        page.locator("[name=plannedEnd]").fill("2021-06-30");
        page.locator("form[data-ask=suspension] button").click();
        assertThat(page.locator(".timeline")).containsText(documentNo);

        Tasklist tasklist = Tasklist.open(leader);
        FormOnScreen form = tasklist.claim(caseNumber);
        assertThat(form.panel().getByText(documentNo).first()).isVisible();
        form.choose("suspensionApproved", "是").type("opinion", "同意中止");
        leader.shoot("36-approve-suspension");
        tasklist.complete();
    }

    private static void seeItStandStill(Screen reviewer, String caseNumber) {
        Tasklist tasklist = Tasklist.open(reviewer).filter("已中止");

        assertThat(tasklist.card(caseNumber)).containsText("中止中");
        assertThat(tasklist.card(caseNumber)).hasAttribute("data-clock", "SUSPENDED");
        assertThat(tasklist.card(caseNumber).locator(".due-date")).isHidden();
        reviewer.shoot("37-suspended-list");
    }

    private static void resume(Screen reviewer, String caseNumber) {
        Tasklist tasklist = Tasklist.open(reviewer);
        tasklist.claim(caseNumber, "恢复办理").type("resumeReason", "检查已结束");
        reviewer.shoot("38-resume");
        tasklist.complete();
    }

    private static void seeTheDateExplained(Screen reviewer, String caseNumber) {
        Page page = reviewer.open("/cases/" + caseNumber);
        Locator promise = page.locator("a.clock").filter(new Locator.FilterOptions().setHasText("全程承诺时限"));
        assertThat(promise).containsText("2021-06-23 18:00");
        promise.click();

        assertThat(page.locator("main")).containsText("2021年6月23日（周三）18:00 前");
        assertThat(page.locator("main")).containsText("中止");
        reviewer.shoot("39-explained");
    }

    @Test
    void aGeneralPayerThatRunsLateGoesToAudit() {
        clock.set("2021-09-17T10:00");
        String caseNumber = apply(office.signedIn(Office.CLERK), "GENERAL", 91_004);
        clock.set("2021-09-29T18:00");
        desk.fireDueJobs(caseNumber);
        Screen reviewer = office.signedIn(Office.REVIEWER);
        assertThat(Tasklist.open(reviewer).filter("本部门待办").card(caseNumber)).hasAttribute("data-clock", "AT_RISK");

        clock.set("2021-10-08T18:00");
        desk.fireDueJobs(caseNumber);
        clock.set("2021-10-09T10:00");
        String audit = cases.grownOutOf(caseNumber).get(0);
        explain(reviewer, caseNumber, audit);
        refer(caseNumber, audit);
        examine(audit);

        assertThat(reviewer.open("/cases/" + caseNumber).locator("main")).containsText(audit);
        assertThat(desk.openSteps(caseNumber)).containsExactly("reviewDeregistration");
        office.assertNobodyHadTrouble();
    }

    private static void explain(Screen reviewer, String caseNumber, String audit) {
        Tasklist tasklist = Tasklist.open(reviewer).filter("已超期");
        assertThat(tasklist.card(caseNumber)).hasAttribute("data-clock", "OVERDUE");
        reviewer.shoot("40-late-list");

        tasklist.claim(audit, "说明原因").choose("cause", "业务量大、人手不足").type("explanation", "国庆前集中申请，核实不及。");
        reviewer.shoot("41-explain");
        tasklist.complete();
    }

    private void refer(String caseNumber, String audit) {
        Screen supervisor = office.signedIn(Office.SUPERVISOR);
        Page watchList = supervisor.open("/watchlist?only=OVERDUE");
        Locator row = watchList.locator("tr").filter(new Locator.FilterOptions().setHasText(caseNumber));
        assertThat(row).containsText("超期 1 个工作日");
        supervisor.shoot("42-watch-list");

        Tasklist tasklist = Tasklist.open(supervisor, audit);
        tasklist.claim(audit, "提请督查").type("opinion", "一般流程超期，提请督查。");
        supervisor.shoot("43-refer");
        tasklist.complete();
    }

    private void examine(String audit) {
        Screen auditor = office.signedIn(Office.AUDITOR);
        Tasklist tasklist = Tasklist.open(auditor, audit);
        FormOnScreen form = tasklist.claim(audit, "督查处理");
        assertThat(form.panel()).containsText("国庆前集中申请");
        assertThat(form.panel()).containsText("一般流程超期，提请督查。");
        form.choose("conclusion", "提醒谈话").type("opinion", "情况属实，提醒整改。");
        auditor.shoot("44-examine");
        tasklist.complete();

        assertThat(auditor.open("/cases/" + audit).locator("main")).containsText("提醒谈话");
        assertThat(cases.get(audit).isClosed()).isTrue();
    }

    @Test
    void aNonNormalPayerConfirmsTwentySixZeroMonthsAtOnce() {
        Screen clerk = office.signedIn(Office.CLERK);
        Tasklist tasklist = Tasklist.open(clerk);
        DeregistrationForm.ofAFirm(tasklist.start("税务注销"), "SMALL", 91_005)
                .choose("abnormal", "是")
                .type("abnormalSince", "2024-08-15")
                .select("vatFrequency", "MONTHLY")
                .tick("abnormalItems", "增值税");
        tasklist.submitStart();
        assertThat(tasklist.opened()).containsText("已收件登记：D-152999-2026-");
        String caseNumber = caseIn(tasklist);

        FormOnScreen form = Tasklist.open(clerk).claim(caseNumber);
        Locator periods = form.part("[data-cf-field=nonZeroPeriods] label");
        assertThat(periods).hasCount(26);
        assertThat(periods.last()).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
        clerk.shoot("45-zero-form");
        form.choose("zeroDecision", "全部为零，一次性确认").type("zeroSignedBy", "赵永强");
        form.part("[data-cf-field=zeroConfirmed] input").check();
        tasklist.complete();

        seeThePeriodsOnPaper(clerk, caseNumber);
        office.assertNobodyHadTrouble();
    }

    private void seeThePeriodsOnPaper(Screen clerk, String caseNumber) {
        Page page = clerk.open("/deregistrations/" + caseNumber + "/zero-declarations");

        assertThat(page.locator(".paper .dense td:first-child")).hasCount(26);
        assertThat(page.locator(".paper")).containsText("2024-08");
        assertThat(page.locator(".paper")).containsText("2026-09");
        assertThat(page.locator(".paper")).containsText("经办：其其格");
        assertThat(page.locator(".paper")).containsText("纳税人确认签字：赵永强");
        clerk.shoot("46-zero-paper");
        assertThat(desk.openSteps(caseNumber)).containsExactly("reviewDeregistration");
    }

    private static String apply(Screen clerk, String taxpayerClass, int number) {
        Tasklist tasklist = Tasklist.open(clerk);
        DeregistrationForm.ofAFirm(tasklist.start("税务注销"), taxpayerClass, number);
        tasklist.submitStart();
        assertThat(tasklist.opened()).containsText("已受理登记：");
        return caseIn(tasklist);
    }

    private static String caseIn(Tasklist tasklist) {
        return tasklist.opened().locator("b").innerText().replaceAll("^.*：", "");
    }
}
