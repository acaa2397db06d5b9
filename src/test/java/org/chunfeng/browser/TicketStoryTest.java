package org.chunfeng.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chunfeng.ChunfengTest;
import org.chunfeng.TestClock;
import org.chunfeng.TestPeople;
import org.chunfeng.casefile.CaseFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A ticket between the front desk and the prefecture's operations, in real browsers, from the first click to the last. */
@ChunfengTest
class TicketStoryTest {

    private static final String OPERATIONS = "alxa.ops";
    private static final Pattern NUMBER = Pattern.compile("T-\\d{6}-\\d{4}-\\d{6}");

    @Autowired
    private TestPeople people;

    @Autowired
    private TestClock clock;

    @Autowired
    private CaseFiles cases;

    @LocalServerPort
    private int port;

    private Office office;

    @BeforeEach
    void open() {
        clock.set("2026-09-07T09:30");
        office = new Office("youqi", people, clock, port);
        people.account(OPERATIONS, "林振华");
    }

    @AfterEach
    void close() {
        office.close();
        clock.reset();
    }

    @Test
    void aTicketIsReportedToTheRegionSentBackSolvedAndConfirmed() {
        Screen desk = office.signedIn(Office.CLERK);
        Screen operations = office.signedIn(OPERATIONS);

        String ticket = report(desk);
        tellTheRegion(operations, ticket);
        answer(operations, ticket);
        sendBack(desk, ticket);
        solve(operations, ticket);
        confirm(desk, ticket);

        assertThat(cases.get(ticket).outcome()).isEqualTo("SOLVED");
        desk.open("/cases/" + ticket);
        assertThat(desk.page().locator("main")).containsText("未解决，退回运维");
        desk.shoot("94-ticket-case");
        office.assertNobodyHadTrouble();
    }

    @Test
    void theFrontDeskTakesATicketBackOnItsCasePage() {
        Screen desk = office.signedIn(Office.CLERK);
        String ticket = report(desk);

        desk.open("/cases/" + ticket);
        Locator actions = desk.page().locator("section[data-case]");
        actions.getByText("撤回申请").click();
        assertThat(actions).containsText("撤回后工单即行终止");
        actions.locator("[name=withdrawReason]").fill("系统已自行恢复");
        actions.getByText("确认撤回").click();

        assertThat(desk.page().locator("main")).containsText("已办结 · 已撤回");
        assertThat(desk.page().locator("section[data-case]")).hasCount(0);
        office.assertNobodyHadTrouble();
    }

    /** What is forgotten or wrong is named, and what was typed is kept. */
    private static String report(Screen desk) {
        desk.open("/");
        assertThat(desk.page().getByText("报运维处理")).isVisible();
        Tasklist tasklist = Tasklist.open(desk);
        FormOnScreen form = tasklist.start("运维");
        assertThat(form.field("relatedCase")).containsText("照常计算，不中止");
        form.type("relatedCase", "R-152922-2026-999999");
        tasklist.submitStart();
        assertThat(form.refusal("problem")).containsText("必填。");
        assertThat(form.refusal("relatedCase")).containsText("本局没有受理编号为R-152922-2026-999999的");
        desk.shoot("90-ticket-refused");

        form.type("relatedCase", "")
                .select("faultySystem", "TREASURY_LINK")
                .select("matter", "TRANSMISSION")
                .type("problem", "退还书发送后一直停在待发送，重试三次报错 504。");
        tasklist.submitStart();
        assertThat(tasklist.opened()).containsText("已收件登记");
        Matcher number = NUMBER.matcher(tasklist.opened().innerText());
        assertThat(number.find()).isTrue();
        desk.forgetRefusals();
        return number.group();
    }

    private static void tellTheRegion(Screen operations, String ticket) {
        Tasklist tasklist = Tasklist.open(operations, ticket);
        FormOnScreen form = tasklist.claim(ticket, "处理工单");
        assertThat(form.panel()).containsText("财税库银联网系统");
        assertThat(form.panel()).not().containsText("纳税人");
        assertThat(form.panel()).containsText("立案时间");
        assertThat(form.panel()).not().containsText("受理时间");
        form.choose("ticketOutcome", "已上报区局").type("regionReference", "阿税运〔2026〕7号");
        assertThat(form.field("reportedOn").locator("input.cf-input")).hasValue("2026-09-07");
        assertThat(form.field("solution")).isHidden();
        operations.shoot("91-ticket-handle");
        tasklist.complete();
    }

    private static void answer(Screen operations, String ticket) {
        Tasklist tasklist = Tasklist.open(operations, ticket);
        tasklist.claim(ticket, "等待区局答复").type("regionAnswer", "区局已补发，请重试。");
        operations.shoot("92-ticket-region");
        tasklist.complete();
    }

    private static void sendBack(Screen desk, String ticket) {
        Tasklist tasklist = Tasklist.open(desk, ticket);
        FormOnScreen form = tasklist.claim(ticket, "确认解决");
        assertThat(form.panel()).containsText("区局已补发，请重试。");
        form.choose("solvedConfirmed", "否").type("stillWrong", "重试后仍报错 504。");
        desk.shoot("93-ticket-not-solved");
        tasklist.complete();
    }

    private static void solve(Screen operations, String ticket) {
        Tasklist tasklist = Tasklist.open(operations, ticket);
        tasklist.claim(ticket, "处理工单").choose("ticketOutcome", "已解决").type("solution", "更换前置机，积压的退还书已发出。");
        tasklist.complete();
    }

    private static void confirm(Screen desk, String ticket) {
        Tasklist tasklist = Tasklist.open(desk, ticket);
        tasklist.claim(ticket, "确认解决").choose("solvedConfirmed", "是");
        tasklist.complete();
    }
}
