package org.chunfeng.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.chunfeng.refund.RefundFixture.anApplication;
import static org.chunfeng.refund.RefundFixture.anApproval;
import static org.chunfeng.refund.RefundFixture.with;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.chunfeng.ChunfengTest;
import org.chunfeng.TestClock;
import org.chunfeng.TestDesk;
import org.chunfeng.TestPeople;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A colleague fell ill with a task in hand; what the leader on duty does about it, in a real browser. */
@ChunfengTest
class AbsentColleagueStoryTest {

    private static final String COUNTY = "youqi";
    private static final String TAXPAYER = "雅布赖盐化工有限公司";

    @Autowired
    private TestPeople people;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestDesk desk;

    @LocalServerPort
    private int port;

    private Office office;
    private String caseNumber = "";

    @BeforeEach
    void theApproverIsAway() throws Exception {
        office = new Office(COUNTY, people, clock, port);
        people.account(COUNTY + ".taxSource3", "孟和");
        clock.set("2026-08-04T10:00");
        caseNumber = desk.start(
                office.account(Office.CLERK),
                "refund",
                with(anApplication(), "taxpayerName", TAXPAYER, "accountName", TAXPAYER));
        desk.complete(office.account(Office.REVIEWER), caseNumber, "reviewRefund", anApproval());
        desk.claim(
                office.account(Office.APPROVER),
                desk.task(caseNumber, "approveRefund").getId());
    }

    @AfterEach
    void close() {
        office.close();
        clock.reset();
    }

    @Test
    void theLeaderHandsTheTaskToAColleagueWhoMayDoIt() {
        Screen leader = office.signedIn(Office.LEADER);
        Page page = asked(leader);
        Locator choice = page.getByLabel("交由");
        assertThat(choice.locator("option").allTextContents())
                .as("neither the reviewer nor whoever is away")
                .containsExactly("退回税源部门，待认领", "孟和");
        choice.selectOption("孟和");
        leader.shoot("40-hand-on");
        page.getByLabel("原因").fill("承办人住院");
        confirm(page);

        assertThat(page.locator("#hands")).containsText("孟和");
        assertThat(page.locator(".timeline")).containsText("任务转交");
        assertThat(page.locator(".timeline")).containsText("由乌兰转交孟和；原因：承办人住院");
        leader.shoot("41-handed-on");
        Screen colleague = office.signedIn("taxSource3");
        assertThat(colleague.open("/notices").locator("main")).containsText(caseNumber);
        Tasklist tasklist = Tasklist.open(colleague, caseNumber).filter("我的待办");
        assertThat(tasklist.card(caseNumber)).isVisible();
        office.assertNobodyHadTrouble();
    }

    @Test
    void theLeaderTakesTheTaskBackForTheDepartment() {
        Screen leader = office.signedIn(Office.LEADER);
        Page page = asked(leader);
        page.getByLabel("原因").fill("承办人出差");
        confirm(page);

        assertThat(page.locator("#hands")).containsText("税源部门待认领");
        assertThat(page.locator(".timeline")).containsText("任务收回");
        Tasklist tasklist =
                Tasklist.open(office.signedIn("taxSource3"), caseNumber).filter("本部门待办");
        assertThat(tasklist.card(caseNumber)).isVisible();
        office.assertNobodyHadTrouble();
    }

    @Test
    void withoutAReasonNothingIsSent() {
        Page page = asked(office.signedIn(Office.LEADER));
        confirm(page);

        assertThat(page.getByLabel("原因")).isFocused();
        assertThat(page.locator("#hands")).containsText("乌兰");
        assertThat(page.locator(".timeline")).not().containsText("任务收回");
    }

    /** The leader's case page with the question open, by keyboard alone. */
    private Page asked(Screen leader) {
        Page page = leader.open("/cases/" + caseNumber);
        Locator question = page.locator("#hands summary");
        assertThat(page.locator("#hands")).containsText("乌兰");
        question.focus();
        page.keyboard().press("Enter");
        assertThat(page.getByLabel("原因")).isVisible();
        return page;
    }

    private static void confirm(Page page) {
        page.locator("#hands")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("确认"))
                .click();
    }
}
