package org.chunfeng.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chunfeng.ChunfengTest;
import org.chunfeng.OwnApplication;
import org.chunfeng.TestClock;
import org.chunfeng.TestPeople;
import org.chunfeng.calendar.CalendarDays;
import org.chunfeng.calendar.OfficeHours;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The reports as people meet them: pages, links, files, and what a county does not see. */
@ChunfengTest
@OwnApplication
class ReportPagesTest {

    private static final String QUARTER = "from=2024-01-01&to=2024-03-31";
    private static final Pattern TOTAL = Pattern.compile("共 ([\\d,]+) (件|项时限|项超期)");

    @Autowired
    private TestPeople people;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private CalendarDays calendar;

    @Autowired
    private OfficeHours hours;

    @LocalServerPort
    private int port;

    @BeforeEach
    void liveThroughTheQuarter() {
        clock.set(SimulatedQuarter.NOW);
        SimulatedQuarter.liveOnce(sql, calendar, hours);
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/reports",
                "/reports?from=2024-01-01&to=2024-03-31",
                "/reports?from=2024-01-01&to=2024-03-31&step=sourceReview&person=zuoqi.slow",
                "/reports?from=1999-01-01&to=1999-12-31",
                "/reports/breaches?from=2024-01-01&to=2024-03-31",
                "/reports/breaches?from=2024-01-01&to=2024-03-31&sort=late&cause=WORKLOAD&page=2",
                "/reports/breaches?from=2024-01-01&to=2024-03-31&sort=-late&page=-3",
                "/reports/cases?from=2024-01-01&to=2024-03-31&figure=late",
                "/reports/cases?from=2024-01-01&to=2024-03-31&figure=spread&value=-2",
                "/webjars/echarts/5.3.1/dist/echarts.min.js",
                "/js/report.js"
            })
    void everyPageOpens(String address) {
        HttpResponse<String> answer = people.signedIn("alxa.levyAdmin").page(address);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("??report", "<script>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"case", "-taxpayer", "bureau", "step", "handler", "-due", "done", "-late", "cause", "conclusion"
            })
    void theBreachReportIsSortedByAnyColumn(String column) {
        HttpResponse<String> answer =
                people.signedIn("alxa.audit").page("/reports/breaches?" + QUARTER + "&sort=" + column);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(column.startsWith("-") ? "descending" : "ascending");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"case", "taxpayer", "bureau", "step", "handler", "due", "done", "late", "cause", "conclusion"})
    void theReverseOrderIsTheOtherWayRound(String column) throws Exception {
        String address = "/reports/breaches.xlsx?" + QUARTER + "&sort=";

        List<List<String>> rows = rows(bytes("alxa.audit", address + column));
        List<List<String>> reverse = new ArrayList<>(rows(bytes("alxa.audit", address + "-" + column)));
        Collections.reverse(reverse.subList(1, reverse.size()));

        assertThat(rows).hasSizeGreaterThan(50).isEqualTo(reverse);
    }

    @Test
    void sortedByLatenessTheLatestComeFirstWhetherDoneOrNot() throws Exception {
        List<List<String>> rows = rows(bytes("alxa.audit", "/reports/breaches.xlsx?" + QUARTER + "&sort=-late"));
        int done = rows.get(0).indexOf("办结");
        int late = rows.get(0).indexOf("超期工作日");

        List<List<String>> breaches = rows.subList(1, rows.size());

        assertThat(breaches).extracting(row -> row.get(done).isEmpty()).contains(true, false);
        assertThat(breaches)
                .extracting(row -> Double.parseDouble(row.get(late)))
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void aPeriodThatIsNoneIsRefusedByName() {
        HttpResponse<String> answer = people.signedIn("alxa.levyAdmin").page("/reports?from=2024-13-01&to=yesterday");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("起：不是有效的日期", "止：不是有效的日期");
        assertThat(people.signedIn("alxa.levyAdmin")
                        .page("/reports?from=2024-02-01&to=2024-01-01")
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"figure=nothing", "figure=spread&value=x", "figure=age&value=1;drop"})
    void aFigureThatDoesNotExistHasNoList(String figure) {
        HttpResponse<String> answer =
                people.signedIn("alxa.levyAdmin").page("/reports/cases?" + QUARTER + "&" + figure);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(figure.contains("nothing") ? "指标：没有这个选项" : "取值：没有这个选项");
    }

    @ParameterizedTest
    @CsvSource({
        "/reports?bureau=beijing, 主管税务机关",
        "/reports?kind=PARKING, 类别",
        "/reports?matter=<script>, 办理事项",
        "/reports?step=noSuchStep, 环节",
        "/reports?person=zuoqi.nobody, 办理人",
        "/reports.xlsx?step=noSuchStep, 环节",
        "/reports/breaches?sort=no-such-column, 排序",
        "/reports/breaches.csv?cause=WEATHER, 超期原因",
        "/reports?from=-999999999-01-01, 起",
        "/reports?to=%2B999999999-12-31, 止",
        "/reports/months?bureau=beijing, 主管税务机关"
    })
    void aFilterThatNamesNothingIsRefusedByName(String address, String field) {
        HttpResponse<String> answer =
                people.signedIn("alxa.levyAdmin").page(address.replace("<script>", "%3Cscript%3E"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(field + "：").doesNotContain("<script>");
    }

    @Test
    void programsAreToldOfTheWrongFilterToo() {
        HttpResponse<String> answer = people.signedIn("alxa.levyAdmin").get("/api/reports/overview?kind=PARKING");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("类别：没有这个选项");
    }

    @Test
    void aCountyIsNotToldWhoWorksInAnother() {
        assertThat(people.signedIn("alxa.levyAdmin")
                        .page("/reports?person=youqi.slow")
                        .statusCode())
                .isEqualTo(200);
        assertThat(people.signedIn("zuoqi.leaderOnDuty")
                        .page("/reports?person=youqi.slow")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void everyNumberOnThePageLeadsToAsManyRows() {
        var supervisor = people.signedIn("alxa.levyAdmin");
        String page = supervisor.page("/reports?" + QUARTER).body();
        List<MatchResult> links = Pattern.compile(
                        "href=\"(/reports/cases[^\"]+)\"[^>]*>(?:<span>[^<]*</span><b>)?(\\d+)</[ab]>")
                .matcher(page)
                .results()
                .filter(link -> !link.group(1).contains("figure=overrun"))
                .toList();

        assertThat(links).hasSizeGreaterThan(100);
        for (MatchResult link : links) {
            String address = link.group(1).replace("&amp;", "&");
            assertThat(total(supervisor.page(address).body())).as(address).isEqualTo(link.group(2));
        }
    }

    @Test
    void aCountySeesItselfWhateverItAsksFor() throws Exception {
        var county = people.signedIn("zuoqi.leaderOnDuty");

        String page = county.page("/reports?bureau=youqi&" + QUARTER).body();
        String list = county.page("/reports/cases?figure=received&bureau=youqi&" + QUARTER)
                .body();
        String api = county.get("/api/reports/overview?bureau=youqi&" + QUARTER).body();

        assertThat(page).contains("阿拉善左旗税务局").doesNotContain("阿拉善右旗税务局", "额济纳旗税务局");
        assertThat(list).contains("阿拉善左旗税务局").doesNotContain("阿拉善右旗税务局");
        assertThat(api).contains("阿拉善左旗税务局").doesNotContain("阿拉善右旗税务局");
        for (String file :
                List.of("/reports/breaches.xlsx?", "/reports/cases.xlsx?figure=received&", "/reports.xlsx?")) {
            List<List<String>> rows = rows(bytes("zuoqi.leaderOnDuty", file + "bureau=youqi&" + QUARTER));
            assertThat(rows).hasSizeGreaterThan(1);
            assertThat(rows.toString()).contains("阿拉善左旗税务局").doesNotContain("阿拉善右旗税务局", "额济纳旗税务局");
        }
    }

    @Test
    void theSpreadsheetHoldsTheRowsOfThePageUnderTheBureausOwnNames() throws Exception {
        String page = people.signedIn("alxa.audit")
                .page("/reports/breaches?" + QUARTER)
                .body();

        List<List<String>> rows = rows(bytes("alxa.audit", "/reports/breaches.xlsx?" + QUARTER));

        assertThat(rows.get(0)).startsWith("受理编号", "纳税人", "主管税务机关");
        assertThat(rows).hasSize(Integer.parseInt(total(page)) + 1);
        assertThat(rows.toString()).contains("税源审核", "业务量大、人手不足", "-SIM-2024-");
    }

    @Test
    void theOverviewsWorkbookBeginsWithItsTotals() throws Exception {
        String page = people.signedIn("alxa.levyAdmin")
                .page("/reports/breaches?" + QUARTER)
                .body();

        List<List<String>> rows = rows(bytes("alxa.levyAdmin", "/reports.xlsx?" + QUARTER));

        assertThat(rows)
                .contains(List.of("主管税务机关", "全盟"), List.of("发生超期", total(page)))
                .extracting(row -> row.get(0))
                .contains("统计期间", "超期中位数（工作日）", "超期第九十百分位（工作日）", "最长超期（工作日）");
    }

    @Test
    void nothingInACsvFileCalculates() throws Exception {
        String csv = new String(
                bytes("alxa.levyAdmin", "/reports/cases.csv?figure=received&" + QUARTER), StandardCharsets.UTF_8);

        assertThat(csv).startsWith("\uFEFF\"受理编号\"").contains("\"'=cmd|'/c calc'!A1\"");
        assertThat(csv.lines().skip(1))
                .hasSizeGreaterThan(100)
                .allSatisfy(line -> assertThat(line).startsWith("\"").doesNotContainPattern("(^|,)\"?[=+@-]"));
    }

    @Test
    void theChartsAreDrawnFromTheSameFigures() {
        var supervisor = people.signedIn("alxa.levyAdmin");

        String charts = supervisor.page("/reports?" + QUARTER).body().replace("&quot;", "\"");

        assertThat(charts).contains("\"months\"", "\"heat\"", "\"spread\"", "\"ages\"", "2024-02", "figure=spread");
    }

    private byte[] bytes(String account, String address) throws Exception {
        people.account(account);
        String authorization = Base64.getEncoder()
                .encodeToString((account + ":" + TestPeople.PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                                .header("Authorization", "Basic " + authorization)
                                .build(),
                        BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).contains("attachment"));
        return answer.body();
    }

    private static List<List<String>> rows(byte[] workbook) throws IOException {
        try (var opened = new ReadableWorkbook(new ByteArrayInputStream(workbook));
                Stream<Row> rows = opened.getFirstSheet().openStream()) {
            return rows.map(row -> row.stream()
                            .map(cell -> cell == null ? "" : cell.getText())
                            .toList())
                    .toList();
        }
    }

    private static String total(String page) {
        return TOTAL.matcher(page).results().findFirst().orElseThrow().group(1).replace(",", "");
    }
}
