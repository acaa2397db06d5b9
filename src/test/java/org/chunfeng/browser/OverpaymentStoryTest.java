package org.chunfeng.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.chunfeng.ChunfengTest;
import org.chunfeng.OwnApplication;
import org.chunfeng.TestClock;
import org.chunfeng.TestDesk;
import org.chunfeng.TestPeople;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A list of overpayments as a source department lives it, from the upload to the second pair of eyes, in a browser. */
@ChunfengTest
@OwnApplication
@TestPropertySource(properties = "chunfeng.imports.chunk=20")
class OverpaymentStoryTest {

    private static final int ROWS = 3000;
    private static final int OFFSET = 200;
    private static final int REFUNDED = 2;
    private static final String ANYBODY = "贺兰牧业（阿拉善）有限公司";
    private static final String WITH_NEXT_PERIOD = "额吉淖尔盐业有限公司";
    private static final String PAID_TWICE = "沙海旅游有限公司";
    private static final Pattern ONE_IMPORT = Pattern.compile(".*/imports/\\d+");

    @Autowired
    private TestPeople people;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestDesk desk;

    @Autowired
    private JdbcClient jdbc;

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
    void aListIsLoadedCorrectedClassifiedInOneGoAndConfirmedByAnother() throws Exception {
        Screen clerk = office.signedIn(Office.REVIEWER);

        upload(clerk, "多缴税费清单.csv", list());
        watchPauseAndGoOn(clerk);
        String corrected = seeAndCorrectTheRejects(clerk);
        upload(clerk, "更正.csv", corrected);
        assertThat(state(clerk)).hasText("已完成");
        assertThat(clerk.page().locator("[data-count=accepted]")).hasText("3");

        classifyTwoHundred(clerk);
        takeTheExport(clerk);
        classifyRefunds(clerk);
        confirmRefunds(clerk);

        office.assertNobodyHadTrouble();
    }

    /** Three of the rows that are meant for the next period have no amount. */
    private static String list() {
        List<String> rows = new ArrayList<>();
        rows.add("纳税人识别号,纳税人名称,征收项目,税款所属期起,税款所属期止,电子税票号码,多缴金额,多缴产生日期,联系人,联系电话,开户银行,账户名称,银行账号");
        for (int row = 1; row <= ROWS; row++) {
            String name = row <= OFFSET ? WITH_NEXT_PERIOD : row <= OFFSET + REFUNDED ? PAID_TWICE : ANYBODY;
            String amount = row == 7 || row == 70 || row == 170 ? "很多" : "%d.50".formatted(row);
            rows.add(
                    "91152921FAKE00013N,%1$s,增值税,2026-07-01,2026-07-31,3152999260%2$08d,%3$s,2026-08-15,其其格,0483-8332222,农业银行,%1$s,622848000000123456"
                            .formatted(name, row, amount));
        }
        return String.join("\r\n", rows);
    }

    private static void upload(Screen clerk, String name, String content) {
        Page page = clerk.open("/imports");
        page.locator("input[type=file]").setInputFiles(new FilePayload(name, "text/csv", content.getBytes(UTF_8)));
        clerk.shoot("30-imports");
        button(page, "开始导入").click();
        page.waitForURL(ONE_IMPORT);
    }

    private static void watchPauseAndGoOn(Screen clerk) {
        Page page = clerk.page();
        Locator speed = page.locator("#progress .speed");
        assertThat(speed).hasText(Pattern.compile("每秒 \\d+ 行 · 约剩 \\d+ 秒"));
        assertThat(page.locator("#progress .done")).hasText(Pattern.compile("\\d{3,4}"));
        clerk.shoot("31-progress");
        button(page, "暂停").click();
        assertThat(state(clerk)).hasText("已暂停");
        int done = Integer.parseInt(page.locator("#progress .done").innerText());
        assertThat(done).isBetween(1, ROWS - 1);
        clerk.shoot("32-paused");

        button(page, "继续").click();

        assertThat(state(clerk)).hasText("已完成");
        assertThat(page.locator("#progress .done")).hasText(String.valueOf(ROWS));
        assertThat(page.locator("[data-count=accepted]")).hasText(String.valueOf(ROWS - 3));
    }

    private static String seeAndCorrectTheRejects(Screen clerk) throws IOException {
        Page page = clerk.page();
        page.locator(".tabs").getByText("未通过", exactly()).click();
        assertThat(page.locator("tbody tr")).hasCount(3);
        assertThat(page.locator("tbody tr").first()).containsText("多缴金额：请填写数字金额");
        clerk.shoot("33-rejects");

        Download rejects = page.waitForDownload(
                () -> page.locator(".downloads").getByText("csv").click());

        String content = Files.readString(rejects.path());
        assertThat(content.split("很多", -1)).hasSize(4);
        return content.replace("很多", "12.50");
    }

    private void classifyTwoHundred(Screen clerk) throws Exception {
        Page page = found(clerk, WITH_NEXT_PERIOD);
        assertThat(page.locator(".count")).containsText("共 200 件");
        clerk.shoot("34-bulk");
        colleagueTakes(page.locator("tr[data-case]").first().getAttribute("data-case"));

        page.locator("#all").check();
        assertThat(page.locator(".chosen")).hasText("已选 200 件");
        page.locator("select[name=overpaymentClass]").selectOption("OFFSET_NEXT_PERIOD");
        page.locator(".bulk input[name=opinion]").fill("纳税人同意抵缴下期。");
        button(page, "批量分类").click();

        assertThat(page.locator(".working")).hasText("已处理 200 / 200 件：成功 199 件，未成 1 件");
        assertThat(page.locator("td.result.done")).hasCount(49);
        assertThat(page.locator("td.result.failed")).hasText("该案件正由 乌兰 办理。");
        assertThat(page.locator(".results summary")).hasText("本页以外 150 件的办理结果");
        page.locator(".results summary").click();
        clerk.shoot("35-bulk-done");
        assertThat(jdbc.sql("select count(*) from notice where subject like '%批量办理转来 199 件%'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    /** Somebody else is quicker with one of them. */
    private void colleagueTakes(String caseNumber) throws Exception {
        String task = desk.task(caseNumber, "classifyOverpayment").getId();
        desk.claim(office.account(Office.APPROVER), task);
    }

    private static void takeTheExport(Screen clerk) throws IOException {
        Page page = found(clerk, WITH_NEXT_PERIOD);

        Download export = page.waitForDownload(
                () -> page.locator(".count .downloads").getByText("csv").click());

        assertThat(Files.readString(export.path())).contains("抵缴下期税款", WITH_NEXT_PERIOD);
    }

    private static void classifyRefunds(Screen clerk) {
        Page page = found(clerk, PAID_TWICE);
        page.locator("#page").check();
        assertThat(page.locator(".chosen")).hasText("已选 2 件");
        page.locator("select[name=overpaymentClass]").selectOption("REFUND");
        button(page, "批量分类").click();
        assertThat(page.locator("td.result.done")).hasCount(REFUNDED);
    }

    /** Who classified may not confirm; somebody else may. */
    private void confirmRefunds(Screen clerk) {
        confirm(clerk);
        assertThat(clerk.page().locator("td.result.failed")).hasCount(REFUNDED);
        assertThat(clerk.page().locator("td.result").first()).containsText("分类人不能复核");
        clerk.shoot("36-own-refunds");
        Screen colleague = office.signedIn(Office.APPROVER);

        confirm(colleague);

        assertThat(colleague.page().locator("td.result.done")).hasCount(REFUNDED);
        colleague.shoot("37-confirmed");
        assertThat(jdbc.sql("select count(*) from case_file where kind = 'REFUND' and taxpayer_name = ?")
                        .param(PAID_TWICE)
                        .query(Long.class)
                        .single())
                .isEqualTo(REFUNDED);
    }

    private static void confirm(Screen somebody) {
        Page page = somebody.open("/overpayments");
        page.locator("select[name=stage]").selectOption("CONFIRM");
        button(page, "查询").click();
        ready(page);
        page.locator("#page").check();
        page.locator("select[name=refundConfirmed]").selectOption("true");
        button(page, "批量复核退库").click();
        assertThat(page.locator(".working")).containsText("已处理 2 / 2 件");
    }

    private static Page found(Screen clerk, String text) {
        Page page = clerk.open("/overpayments");
        page.locator("input[name=text]").fill(text);
        button(page, "查询").click();
        return ready(page);
    }

    /** Once it counts what is chosen, it takes clicks. */
    private static Page ready(Page page) {
        assertThat(page.locator(".chosen")).hasText("已选 0 件");
        return page;
    }

    private static Locator state(Screen clerk) {
        return clerk.page().locator("#progress .state");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
