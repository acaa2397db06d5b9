package org.chunfeng.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.chunfeng.ChunfengTest;
import org.chunfeng.TestClock;
import org.chunfeng.TestDesk;
import org.chunfeng.TestPeople;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A refund as its people live it, from the counter to the treasury, in a real browser. */
@ChunfengTest
class RefundStoryTest {

    private static final String TAXPAYER = "贺兰牧业（阿拉善）有限公司";
    private static final String REASON = "申报有误，多缴增值税";

    @Autowired
    private TestPeople people;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestDesk desk;

    @LocalServerPort
    private int port;

    private Office office;

    @BeforeEach
    void open() {
        clock.set("2026-09-07T09:30");
        office = new Office("wulanbuhe", people, clock, port);
    }

    @AfterEach
    void close() {
        office.close();
        clock.reset();
    }

    @Test
    void aRefundGoesFromTheCounterToTheTreasury() throws Exception {
        Screen clerk = office.screen();
        arrive(clerk);
        String caseNumber = apply(clerk);
        takeTheReceipt(clerk);
        review(caseNumber);
        approve(caseNumber);
        issue(caseNumber);
        check(caseNumber);
        desk.fireDueJobs(caseNumber);
        treasuryAnswers(caseNumber, "PAID");
        treasuryAnswers(caseNumber, "WRITTEN_OFF");
        seeItClosed(clerk, caseNumber);
        office.assertNobodyHadTrouble();
    }

    private void arrive(Screen clerk) {
        clerk.open("/");
        assertThat(clerk.page()).hasTitle("登录 – 春风 · 涉税事项限时办理");
        clerk.shoot("01-sign-in");

        clerk.signIn(office.account(Office.CLERK), TestPeople.PASSWORD);

        assertThat(clerk.page().locator("h1")).hasText("其其格，您好");
        clerk.shoot("02-home");
    }

    private String apply(Screen clerk) {
        Tasklist tasklist = Tasklist.open(clerk);
        FormOnScreen form = tasklist.startRefund();
        clerk.shoot("03-start-form");
        fillInWithTwoMistakes(form);
        tasklist.submitStart();
        seeTheMistakes(form);
        clerk.shoot("04-start-refused");
        clerk.forgetRefusals();

        form.type("taxpayerId", "91152921FAKE00013N").type("refundAmount", "1,000.00");
        form.field("documents").scrollIntoViewIfNeeded();
        clerk.shoot("05-start-papers");
        tasklist.submitStart();

        assertThat(tasklist.opened()).containsText("已受理登记：R-152998-2026-");
        clerk.shoot("06-started");
        return tasklist.opened().locator("b").innerText().replace("已受理登记：", "");
    }

    private static void fillInWithTwoMistakes(FormOnScreen form) {
        form.select("matter", "WRONGLY_COLLECTED")
                .select("applicantRole", "TAXPAYER")
                .type("taxpayerName", TAXPAYER)
                .type("taxpayerId", "91152921FAKE00013")
                .type("contactName", "其其格")
                .type("contactPhone", "0483-8332222")
                .select("taxItemCode", "10101")
                .type("voucherNo", "315292121026900001")
                .type("periodFrom", "20260401")
                .type("periodTo", "2026年6月30日")
                .type("paidAmount", "5000.00")
                .type("refundAmount", "1000.005")
                .type("refundReason", REASON)
                .type("bankName", "中国农业银行乌兰布和支行")
                .type("accountName", TAXPAYER)
                .type("accountNo", "622848000000123456")
                .tickAll("materialsPresent")
                .attach("documents", new FilePayload("退税申请表.pdf", "application/pdf", "%PDF-1.4\n%%EOF".getBytes()));
    }

    private static void seeTheMistakes(FormOnScreen form) {
        assertThat(form.refusal("taxpayerId")).containsText("应为18位，现为17位");
        assertThat(form.refusal("refundAmount")).containsText("金额最多两位小数");
        assertThat(form.value("taxpayerName")).isEqualTo(TAXPAYER);
        assertThat(form.value("refundReason")).isEqualTo(REASON);
        assertThat(form.value("periodTo")).isEqualTo("2026-06-30");
        assertThat(form.field("documents")).containsText("退税申请表.pdf");
    }

    private static void takeTheReceipt(Screen clerk) {
        Page receipt = clerk.follow(() -> clerk.page().getByText("打印受理回执").click());

        assertThat(receipt.locator(".paper")).containsText("2026年9月15日前办结");
        receipt.evaluate("window.print = () => { document.title = 'printed'; }");
        receipt.getByText("打印", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(receipt).hasTitle("printed");
        clerk.shoot("07-receipt");
    }

    private void review(String caseNumber) {
        Screen reviewer = office.signedIn(Office.REVIEWER);
        Tasklist tasklist = Tasklist.open(reviewer).filter("本部门待办");
        assertThat(tasklist.card(caseNumber)).containsText("剩 4 个工作日");
        reviewer.shoot("08-department");

        FormOnScreen form = tasklist.claim(caseNumber);

        assertThat(form.panel()).containsText(TAXPAYER);
        assertThat(form.panel()).containsText("2026-09-15 18:00");
        form.choose("proposal", "同意退税").type("opinion", "资料齐全，税款已入库，同意。").top();
        reviewer.shoot("09-review");
        tasklist.complete();
    }

    private void approve(String caseNumber) {
        Screen approver = office.signedIn(Office.APPROVER);
        Tasklist tasklist = Tasklist.open(approver);
        tasklist.claim(caseNumber).choose("approval", "同意审核结论");
        approver.shoot("10-approve");
        tasklist.complete();
    }

    private void issue(String caseNumber) {
        Screen issuer = office.signedIn(Office.ISSUER);
        Tasklist tasklist = Tasklist.open(issuer);
        tasklist.claim(caseNumber)
                .type("budgetSubject", "101010101")
                .select("budgetLevel", "CENTRAL")
                .type("treasuryCode", "0529000000");
        issuer.shoot("11-issue");
        tasklist.complete();
    }

    private void check(String caseNumber) {
        Screen checker = office.signedIn(Office.CHECKER);
        Tasklist tasklist = Tasklist.open(checker);
        tasklist.claim(caseNumber).choose("slipRight", "是");
        checker.shoot("12-check");
        tasklist.complete();
    }

    private void treasuryAnswers(String caseNumber, String answer) {
        var taken = people.withPassword(office.account(Office.ISSUER))
                .post(
                        "/api/treasury/answers",
                        "{\"messageId\":\"%1$s-%2$s\",\"slipNo\":\"%1$s-1\",\"answer\":\"%2$s\"}"
                                .formatted(caseNumber, answer));

        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        assertThat(taken.body()).contains("\"fate\":\"APPLIED\"");
    }

    private void seeItClosed(Screen clerk, String caseNumber) {
        Page page = clerk.open("/cases/" + caseNumber);

        assertThat(page.locator("main")).containsText("已办结");
        assertThat(page.locator("main")).containsText("复核无误 · 巴特尔");
        assertThat(page.locator("main")).containsText("退税申请表.pdf");
        clerk.shoot("13-closed");
        assertThat(desk.isRunning(caseNumber)).isFalse();
    }
}
