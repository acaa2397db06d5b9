package org.chunfeng.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.chunfeng.refund.RefundFixture.anApplication;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.chunfeng.ChunfengTest;
import org.chunfeng.OwnApplication;
import org.chunfeng.TestClock;
import org.chunfeng.TestDesk;
import org.chunfeng.TestPeople;
import org.chunfeng.calendar.TestYears;
import org.chunfeng.deadline.CalendarReview;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A date is asked for, explained, moved by a decree that two people put in force, and stopped by a suspension. */
@ChunfengTest
@OwnApplication
class DeadlineStoryTest {

    private static final String IMPORTER = "alxa.levyAdmin";
    private static final String SIGNER = "alxa.levyAdmin2";

    @Autowired
    private TestPeople people;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestDesk desk;

    @Autowired
    private CalendarReview review;

    @LocalServerPort
    private int port;

    private Office office;
    private String refund;

    @BeforeEach
    void open() throws Exception {
        office = new Office("ejina", people, clock, port);
        people.account(IMPORTER, "萨仁");
        people.account(SIGNER, "孙丽");
        clock.set("2026-12-28T10:00");
        refund = desk.start(office.account(Office.CLERK), "refund", anApplication());
    }

    @AfterEach
    void close() {
        office.close();
        clock.reset();
    }

    @Test
    void aDecreeMovesADateThatWasExplained() {
        askTheCalculator();
        Screen reviewer = office.signedIn(Office.REVIEWER);
        explain(reviewer, "2027年1月4日（周一）18:00", "暂定");
        String decree = handIn();

        sign(decree);

        explain(reviewer, "2027年1月3日（周日）18:00", "调休上班");
        reviewer.open("/cases/" + refund);
        assertThat(clockOf(reviewer)).containsText("2027-01-03 18:00");
        assertThat(clockOf(reviewer)).not().containsText("暂定");
        reviewer.shoot("46-moved-case");
        office.assertNobodyHadTrouble();
    }

    @Test
    void aSuspensionIsAskedForByOneAndApprovedByAnother() {
        Screen reviewer = office.signedIn(Office.REVIEWER);
        askForASuspension(reviewer);

        approve();

        reviewer.open("/cases/" + refund);
        assertThat(clockOf(reviewer)).containsText("中止中");
        reviewer.shoot("49-suspended-case");
        clock.set("2026-12-29T10:00");
        resume(reviewer);
        reviewer.open("/cases/" + refund);
        assertThat(clockOf(reviewer)).containsText("剩");
        assertThat(reviewer.page().locator("main")).containsText("检查已结束");
        reviewer.shoot("51-resumed-case");
        office.assertNobodyHadTrouble();
    }

    private void askTheCalculator() {
        Screen clerk = office.signedIn(Office.CLERK);
        Page page = clerk.open("/calendar");
        clerk.shoot("40-calendar");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("时限计算"))
                .first()
                .click();
        page.getByLabel("起算时间").fill("2021-02-05T15:00");
        page.getByLabel("数量").fill("4");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("计算"))
                .click();

        assertThat(page.locator("main")).containsText("2021年2月10日（周三）18:00 前");
        clerk.shoot("41-calculator");
    }

    /** Clicks the review's clock on the case page. */
    private void explain(Screen reviewer, String due, String saying) {
        Page page = reviewer.open("/cases/" + refund);
        clockOf(reviewer).click();

        assertThat(page.locator("h1")).containsText("到期日说明");
        assertThat(page.locator("main")).containsText(due);
        assertThat(page.locator("main")).containsText(saying);
        reviewer.shoot("42-explained-" + saying);
    }

    private Locator clockOf(Screen reviewer) {
        return reviewer.page().locator("a.clock").filter(new Locator.FilterOptions().setHasText("税源审核"));
    }

    /** Answers the address of the draft. */
    private String handIn() {
        Screen importer = office.signedIn(IMPORTER);
        Page page = importer.open("/calendar/imports");
        byte[] decree = TestYears.MADE_UP_2027.getBytes(StandardCharsets.UTF_8);
        page.getByLabel("放假安排").setInputFiles(new FilePayload("2027.json", "application/json", decree));
        page.getByText("预览", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("main")).containsText(refund);
        importer.shoot("43-preview");

        page.getByText("提交，等待签发").click();

        assertThat(page.locator("main")).containsText("导入人不能签发自己导入的放假安排");
        importer.shoot("44-draft");
        return page.url().replaceAll(".*(/calendar/imports/\\d+)", "$1");
    }

    private void sign(String decree) {
        Screen signer = office.signedIn(SIGNER);
        Page page = signer.open(decree);
        page.getByLabel("签发理由").fill("国办发明电〔2026〕×号已公布");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("签发"))
                .click();
        assertThat(page.locator("progress")).isVisible();

        review.run();

        assertThat(page.locator("main")).containsText("重新计算完成");
        signer.shoot("45-signed");
    }

    private void askForASuspension(Screen reviewer) {
        Page page = reviewer.open("/cases/" + refund);
        page.getByText("申请中止").click();
        page.getByLabel("中止事由").selectOption("INSPECTION");
        page.getByLabel("文书号").fill("额旗税稽〔2026〕7号");
        page.getByLabel("计划恢复日").fill("2027-01-15");
        reviewer.shoot("47-suspension-asked");

        page.getByText("提交中止申请").click();

        assertThat(page.locator("main")).containsText("额旗税稽〔2026〕7号");
    }

    private void approve() {
        Screen leader = office.signedIn(Office.LEADER);
        Tasklist tasklist = Tasklist.open(leader, refund);
        FormOnScreen form = tasklist.claim(refund, "审批中止");
        form.choose("suspensionApproved", "是").type("opinion", "同意中止。");
        leader.shoot("48-suspension-approval");
        tasklist.complete();
    }

    private void resume(Screen reviewer) {
        Tasklist tasklist = Tasklist.open(reviewer, refund);
        FormOnScreen form = tasklist.claim(refund, "恢复办理");
        form.type("resumeReason", "检查已结束");
        reviewer.shoot("50-resumption");
        tasklist.complete();
    }
}
