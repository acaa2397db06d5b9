package org.chunfeng.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.chunfeng.refund.RefundFixture.anApplication;
import static org.chunfeng.refund.RefundFixture.with;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.chunfeng.ChunfengTest;
import org.chunfeng.TestClock;
import org.chunfeng.TestDesk;
import org.chunfeng.TestPeople;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Supervisors follow a figure down to the case, take it away and print it, in a real browser. */
@ChunfengTest
class ReportStoryTest {

    private static final String LEVY_ADMIN = "alxa.levyAdmin";
    private static final String COUNTY = "wulanbuhe";
    private static final String PERIOD = "from=2022-05-01&to=2022-05-31";

    @Autowired
    private TestPeople people;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestDesk desk;

    @LocalServerPort
    private int port;

    private Office office;
    private final List<String> own = new ArrayList<>();
    private String foreign = "";

    @BeforeEach
    void threeCasesInMay() throws Exception {
        office = new Office(COUNTY, people, clock, port);
        people.account(LEVY_ADMIN, "杨国庆");
        clock.set("2022-05-09T10:00");
        own.add(started(COUNTY, "乌兰布和沙产业有限公司"));
        foreign = started("tengger", "腾格里旅游有限公司");
        clock.set("2022-05-11T10:00");
        own.add(started(COUNTY, "=吉兰泰盐业有限公司"));
        clock.set("2022-05-16T10:00");
        desk.fireDueJobs(own.get(0));
    }

    @AfterEach
    void close() {
        office.close();
        clock.reset();
    }

    private String started(String county, String taxpayer) throws Exception {
        return desk.start(
                county + ".hallIntake",
                "refund",
                with(with(anApplication(), "taxpayerName", taxpayer), "accountName", taxpayer));
    }

    @Test
    void aFigureLeadsToItsCasesAndToTheFileOfTheSameRows() throws IOException {
        Screen screen = office.signedIn(LEVY_ADMIN);
        Page page = screen.open("/reports?" + PERIOD);
        page.getByLabel("主管税务机关").selectOption(COUNTY);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("查询"))
                .click();
        page.waitForURL(address -> address.contains("bureau=" + COUNTY) && address.contains("from=2022-05-01"));

        Locator received = page.locator(".tiles a").filter(new Locator.FilterOptions().setHasText("本期新收"));
        String figure = received.locator("b").textContent();
        screen.shoot("30-report-overview");
        received.click();

        assertThat(page.locator("[role=status]")).containsText("共 " + figure + " 件");
        List<String> shown = caseNumbers(page);
        assertThat(shown).hasSize(Integer.parseInt(figure)).containsAll(own).doesNotContain(foreign);
        assertThat(inSpreadsheet(page)).isEqualTo(shown);
        assertThat(inText(page)).isEqualTo(shown);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(own.get(0)))
                .click();
        assertThat(page.locator("h1")).containsText(own.get(0));
        office.assertNobodyHadTrouble();
    }

    @Test
    void aBreachIsListedWithItsCaseAndComesOutOnPaperWhole() {
        Screen screen = office.signedIn(LEVY_ADMIN);
        Page page = screen.open("/reports/breaches?bureau=" + COUNTY + "&" + PERIOD);
        assertThat(page.locator("table.breaches tbody")).containsText(own.get(0));
        int rows = page.locator("table.breaches tbody tr").count();

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(page.locator(".head nav")).isHidden();
        assertThat(page.locator("form.filters")).isHidden();
        assertThat(page.getByRole(AriaRole.BUTTON)).hasCount(0);
        assertThat(page.locator("table.breaches tbody tr")).hasCount(rows);
        assertThat((Boolean) page.locator(".scroll").evaluate("box => box.scrollWidth <= box.clientWidth"))
                .as("nothing of the table is cut off")
                .isTrue();
        screen.shoot("31-breaches-on-paper");
        assertThat(new String(page.pdf(), 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
    }

    @Test
    void theModelShowsWhatWaitsAndLeadsToTheCases() {
        Screen screen = office.signedIn(LEVY_ADMIN);
        Page page = screen.open("/reports/models/refund?bureau=" + COUNTY);
        page.waitForSelector("#drawing[data-ready]");
        Locator inTable = page.locator("tr[data-step=sourceReview] a[data-state=overdue]");
        Locator onDrawing = page.locator("[data-container-id=sourceReview] .badge.late");

        assertThat(onDrawing).hasText("超期 " + inTable.textContent());
        assertThat(page.locator("[data-container-id=reviewRefund] .badge.late"))
                .hasText("超期 "
                        + page.locator("tr[data-step=reviewRefund] a[data-state=overdue]")
                                .textContent());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("税源审核"))
                .click();
        assertThat(onDrawing).isVisible();
        screen.shoot("32-model");
        onDrawing.click();

        assertThat(page.locator("h1")).containsText("税源审核");
        assertThat(caseNumbers(page)).contains(own.get(0)).doesNotContain(own.get(1), foreign);
        office.assertNobodyHadTrouble();
    }

    @Test
    void aCountyLeaderSeesTheOwnCountyEverywhere() {
        Screen screen = office.signedIn(Office.LEADER);
        Page page = screen.open("/reports/cases?figure=received&bureau=tengger&" + PERIOD);
        assertThat(caseNumbers(page)).containsAll(own).doesNotContain(foreign);

        page = screen.open("/reports/models/refund/cases?step=sourceReview&bureau=tengger");
        assertThat(caseNumbers(page)).contains(own.get(0)).doesNotContain(foreign);
        page = screen.open("/reports/supervision");
        assertThat(page.getByLabel("主管税务机关")).hasCount(0);
        office.assertNobodyHadTrouble();
    }

    @Test
    void whatIsOverdueSaysByHowMuch() {
        Screen screen = office.signedIn(LEVY_ADMIN);
        Page page = screen.open("/reports/cases?figure=overdue&step=sourceReview&bureau=" + COUNTY + "&" + PERIOD);

        Locator row = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(own.get(0)));
        assertThat(row.locator(".late")).hasText("超期 1 个工作日");
        office.assertNobodyHadTrouble();
    }

    @Test
    void whereNothingIsToBeDrawnTheChartsSaySo() {
        Page page = office.signedIn(LEVY_ADMIN).open("/reports?from=2031-01-01&to=2031-01-31&bureau=" + COUNTY);

        assertThat(page.locator("#chartMonths")).containsText("没有数据");
        assertThat(page.locator("#chartHeat")).containsText("没有数据");
        office.assertNobodyHadTrouble();
    }

    @Test
    void theKeyboardAloneIsEnough() {
        Screen screen = office.signedIn(LEVY_ADMIN);
        Page page = screen.open("/reports/models/refund?bureau=" + COUNTY);
        page.waitForSelector("#drawing[data-ready]");

        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        assertThat((String) page.locator(".skip").evaluate("link => getComputedStyle(link).outlineStyle"))
                .isEqualTo("solid");
        page.keyboard().press("Enter");
        Locator wanted = page.locator("tr[data-step=sourceReview] a[data-state=overdue]");
        for (int i = 0; i < 200 && !(boolean) wanted.evaluate("link => link === document.activeElement"); i++) {
            page.keyboard().press("Tab");
        }
        assertThat(wanted).isFocused();
        page.keyboard().press("Enter");

        assertThat(page.locator("h1")).containsText("税源审核");
        office.assertNobodyHadTrouble();
    }

    @Test
    void whatIsNotThereIsSaidInChineseWithAWayBack() {
        Screen screen = office.signedIn(Office.LEADER);
        Page page = screen.open("/reports?" + PERIOD);

        page = screen.open("/cases/R-152921-2020-999999");
        assertThat(page.locator("[role=alert]")).not().isEmpty();
        page.getByText("返回上一页").click();
        assertThat(page.locator("h1")).containsText("办理情况统计");
        page = screen.open("/reports?from=gestern");
        assertThat(page.locator("[role=alert]")).containsText("不是有效的日期");
        page = screen.open("/reports/breaches?from=2019-01-01&to=2019-01-31");
        assertThat(page.locator(".empty")).containsText("没有超期");
        page = screen.open("/cases?text=nowhere");
        assertThat(page.locator(".empty")).containsText("没有符合条件的案件");
        page = screen.open("/watchlist");
        assertThat(page.locator("[role=alert]")).not().isEmpty();
    }

    private static List<String> caseNumbers(Page page) {
        return page.locator("tbody a[href^='/cases/']").allTextContents();
    }

    private static Download download(Page page, String name) {
        return page.waitForDownload(() -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .click());
    }

    private static List<String> inSpreadsheet(Page page) throws IOException {
        try (InputStream content = download(page, "导出 xlsx").createReadStream();
                ReadableWorkbook book = new ReadableWorkbook(content)) {
            return book.getFirstSheet().read().stream()
                    .skip(1)
                    .map(row -> row.getCellText(0))
                    .toList();
        }
    }

    private static List<String> inText(Page page) throws IOException {
        List<String> lines = Files.readAllLines(download(page, "导出 csv").path());
        assertThat(lines.stream().filter(line -> line.contains("吉兰泰")))
                .as("no cell begins a formula")
                .allSatisfy(line -> assertThat(line).doesNotContain(",=").doesNotContain(",\"="));
        return lines.stream()
                .skip(1)
                .map(line -> line.split(",")[0].replace("\"", ""))
                .toList();
    }
}
