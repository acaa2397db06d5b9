package org.chunfeng.overpayment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chunfeng.ChunfengTest;
import org.chunfeng.TestClock;
import org.chunfeng.TestDesk;
import org.chunfeng.TestPeople;
import org.chunfeng.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages and interfaces of overpayments, from the upload to the export, over HTTP. */
@ChunfengTest
class OverpaymentPagesTest {

    private static final String CLASSIFIER = "youqi.taxSource";

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDesk desk;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void setTheClock() {
        clock.set("2021-03-10T10:00");
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void aListIsUploadedWatchedCorrectedAndClassifiedInOneGo() throws Exception {
        Visitor clerk = people.signedIn(CLASSIFIER);
        var rows = ListFixture.rows("P", 220);
        rows.forEach(row -> row.set(0, "阿拉善右旗税务局"));
        rows.get(7).set(7, "很多");
        String importId = uploaded(clerk, ListFixture.csv(rows));

        assertThat(clerk.page("/imports/" + importId).body()).contains("已完成", "219", "未通过");
        assertThat(clerk.page("/imports/" + importId + "?outcome=REJECTED").body())
                .contains("请填写数字金额");
        String rejects = clerk.get("/api/imports/" + importId + "/rejects.csv").body();
        uploaded(clerk, rejects.replace("很多", "88.00"));
        List<String> numbers = numbers(clerk, "P");
        assertThat(numbers).hasSize(220);

        String answer = classify(clerk, numbers, "\"overpaymentClass\":\"OFFSET_NEXT_PERIOD\"");

        assertThat(answer.split("\"done\":true", -1)).hasSize(221);
        assertThat(noticesOf("批量办理转来 220 件，环节“抵缴处理”")).isEqualTo(1);
        assertThat(desk.openSteps(numbers.get(0))).containsExactly("recordOffset");
    }

    @Test
    void oneFailureInABatchDoesNotStopTheRest() throws Exception {
        Visitor clerk = people.signedIn(CLASSIFIER);
        var rows = ListFixture.rows("Q", 3);
        rows.forEach(row -> row.set(0, "youqi"));
        uploaded(clerk, ListFixture.csv(rows));
        List<String> numbers = numbers(clerk, "Q");
        desk.complete(
                "youqi.taxSource2",
                numbers.get(1),
                "classifyOverpayment",
                OverpaymentFixture.classified("DECLARATION_FIX"));

        String answer = classify(
                clerk,
                List.of(numbers.get(0), numbers.get(1), numbers.get(2), "O-152921-2021-999999"),
                "\"overpaymentClass\":\"OFFSET_ARREARS\"");

        assertThat(answer.split("\"done\":true", -1)).hasSize(3);
        assertThat(answer).contains("该案件当前不在这一环节");
        assertThat(desk.openSteps(numbers.get(2))).containsExactly("recordOffset");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aFailureThatNobodyForesawIsLoggedAndNotCalledAConflict(CapturedOutput log) throws Exception {
        String broken = desk.start("youqi.hallIntake", "overpayment", OverpaymentFixture.anOverpayment());
        String sound = desk.start("youqi.hallIntake", "overpayment", OverpaymentFixture.anOverpayment());
        classify(people.signedIn(CLASSIFIER), List.of(broken, sound), "\"overpaymentClass\":\"REFUND\"");
        String row = jdbc.sql("delete from overpayment where case_number = ? returning to_jsonb(overpayment)::text")
                .param(broken)
                .query(String.class)
                .single();

        String answer = people.signedIn("youqi.taxSource2")
                .post(
                        "/api/overpayments/confirmations",
                        "{\"caseNumbers\":[\"%s\",\"%s\"],\"values\":{\"refundConfirmed\":\"true\"}}"
                                .formatted(broken, sound))
                .body();

        jdbc.sql("insert into overpayment select (jsonb_populate_record(null::overpayment, ?::jsonb)).*")
                .param(row)
                .update();
        assertThat(answer).contains("系统出错，该案件没有办理", "\"done\":true").doesNotContain("他人更改");
        assertThat(desk.openSteps(broken)).containsExactly("confirmRefund");
        assertThat(desk.openSteps(sound)).isEmpty();
        assertThat(log).contains("Case " + broken + " failed in a batch", "EmptyResultDataAccessException");
    }

    @Test
    void whatTheFormWouldRefuseIsRefusedForEachCaseAndUndone() throws Exception {
        Visitor clerk = people.signedIn(CLASSIFIER);
        var rows = ListFixture.rows("R", 2);
        rows.forEach(row -> row.set(0, "youqi"));
        uploaded(clerk, ListFixture.csv(rows));
        List<String> numbers = numbers(clerk, "R");

        String refund = classify(clerk, numbers, "\"overpaymentClass\":\"REFUND\"");
        String unclearable = classify(clerk, numbers, "\"overpaymentClass\":\"CANNOT_CLEAR\"");

        assertThat(refund).contains("银行账号：必填").doesNotContain("\"done\":true");
        assertThat(unclearable).contains("无法清理原因：必填", "复查日期：必填").doesNotContain("\"done\":true");
        assertThat(desk.task(numbers.get(0), "classifyOverpayment").getAssignee())
                .isNull();
    }

    @Test
    void refundsClassifiedInOneGoAreConfirmedInOneGoBySomebodyElse() throws Exception {
        Visitor clerk = people.signedIn(CLASSIFIER);
        String number = desk.start("youqi.hallIntake", "overpayment", OverpaymentFixture.anOverpayment());
        classify(clerk, List.of(number), "\"overpaymentClass\":\"REFUND\"");
        String body = "{\"caseNumbers\":[\"%s\"],\"values\":{\"refundConfirmed\":\"true\"}}".formatted(number);

        HttpResponse<String> own = clerk.post("/api/overpayments/confirmations", body);
        HttpResponse<String> other = people.signedIn("youqi.taxSource2").post("/api/overpayments/confirmations", body);

        assertThat(own.body()).contains("分类人不能复核");
        assertThat(other.body()).contains("\"done\":true");
        assertThat(clerk.page("/overpayments?text=" + number).body()).contains("/cases/" + number, "</html>");
    }

    @Test
    void anotherCountySeesNeitherCasesNorLists() throws Exception {
        Visitor clerk = people.signedIn(CLASSIFIER);
        var rows = ListFixture.rows("S", 1);
        rows.forEach(row -> row.set(0, "youqi"));
        String importId = uploaded(clerk, ListFixture.csv(rows));
        String number = numbers(clerk, "S").get(0);
        Visitor stranger = people.signedIn("ejina.taxSource");

        assertThat(stranger.get("/api/imports/" + importId).statusCode()).isEqualTo(404);
        assertThat(stranger.get("/api/imports/" + importId + "/rows").statusCode())
                .isEqualTo(404);
        assertThat(stranger.get("/api/imports/" + importId + "/rejects.csv").statusCode())
                .isEqualTo(404);
        assertThat(stranger.get("/imports/" + importId).statusCode()).isEqualTo(404);
        assertThat(stranger.post("/api/imports/" + importId + "/cancel", "{}").statusCode())
                .isEqualTo(404);
        assertThat(stranger.post("/api/imports/" + importId + "/resume", "{}").statusCode())
                .isEqualTo(404);
        assertThat(stranger.get("/api/imports").body()).doesNotContain("\"importId\":" + importId + ",");
        assertThat(stranger.get("/api/overpayments/numbers?bureau=youqi&importId=" + importId)
                        .body())
                .isEqualTo("[]");
        assertThat(stranger.get("/overpayments/report.csv?month=2021-03").body())
                .doesNotContain("阿拉善右旗");
        assertThat(stranger.get("/api/overpayments?text=" + number).body()).contains("\"total\":0");
        assertThat(stranger.get("/overpayments/export.csv?bureau=youqi").body()).doesNotContain(number);
        assertThat(classify(stranger, List.of(number), "\"overpaymentClass\":\"DECLARATION_FIX\""))
                .contains("不在这一环节");
    }

    @Test
    void onlyThoseWhoLoadListsSeeWhatStandsInTheirRows() throws Exception {
        var rows = ListFixture.rows("T", 1);
        rows.forEach(row -> row.set(0, "youqi"));
        rows.get(0).set(7, "很多");
        Visitor clerk = people.signedIn(CLASSIFIER);
        String importId = uploaded(clerk, ListFixture.csv(rows));
        Visitor hall = people.signedIn("youqi.hallIntake");
        String rejects = "/api/imports/" + importId + "/rejects.csv";

        assertThat(clerk.get("/api/imports/" + importId + "/rows").body()).contains("T00000001");
        assertThat(clerk.get(rejects).body()).contains("T00000001");
        assertThat(hall.get("/api/imports/" + importId + "/rows").body())
                .contains("请填写数字金额")
                .doesNotContain("T00000001");
        assertThat(hall.get(rejects).statusCode()).isEqualTo(403);
        assertThat(hall.post("/api/imports/" + importId + "/cancel", "{}").statusCode())
                .isEqualTo(403);
    }

    @Test
    void theExportTakesNoFormulaAndKeepsEveryDigit() throws Exception {
        Visitor clerk = people.signedIn(CLASSIFIER);
        var rows = ListFixture.rows("3152922200", 1);
        rows.get(0).set(0, "youqi");
        rows.get(0).set(2, "=HYPERLINK(\"http://evil\",\"点我\")");
        uploaded(clerk, ListFixture.csv(rows));

        String csv =
                clerk.get("/overpayments/export.csv?text=315292220000000001").body();

        assertThat(csv).startsWith("\uFEFF").contains("\"'=HYPERLINK(").contains("315292220000000001\t");
        assertThat(clerk.get("/overpayments/export.xlsx").statusCode()).isEqualTo(200);
        assertThat(clerk.get("/overpayments/export.doc").statusCode()).isEqualTo(404);
    }

    @Test
    void theMonthReportBalancesInEveryCell() throws Exception {
        Visitor clerk = people.signedIn("gaoxin.taxSource");
        String cleared = desk.start("gaoxin.hallIntake", "overpayment", OverpaymentFixture.anOverpayment());
        String unclearable = desk.start("gaoxin.hallIntake", "overpayment", OverpaymentFixture.anOverpayment());
        desk.start(
                "gaoxin.hallIntake",
                "overpayment",
                OverpaymentFixture.with(OverpaymentFixture.anOverpayment(), "arisenOn", "2020-05-01"));
        classify(clerk, List.of(cleared), "\"overpaymentClass\":\"DECLARATION_FIX\"");
        classify(
                clerk,
                List.of(unclearable),
                "\"overpaymentClass\":\"CANNOT_CLEAR\",\"unclearableReason\":\"DEREGISTERED\",\"recheckOn\":\"2021-09-01\"");
        clock.set("2021-04-08T10:00");
        desk.complete(
                "gaoxin.hallIntake", cleared, "fixDeclaration", Map.of("settledOn", "2021-04-08", "opinion", "已更正"));

        String march = clerk.get("/overpayments/report.csv?month=2021-03").body();
        String april = clerk.get("/overpayments/report.csv?month=2021-04").body();

        assertThat(march).contains("多缴增量,0,2,0,2,1,0", "多缴存量,0,1,0,1,0,0", "纳税人已注销,多缴增量,1,1000.00");
        assertThat(april).contains("多缴增量,2,0,1,1,1,0,1000.00,1000.00");
        assertThat(clerk.page("/overpayments/report?month=2021-03").body()).contains("纳税人已注销", "多缴存量");
    }

    @Test
    void thePagesOpenForEverybodyWhoMaySeeThem() {
        for (String user : List.of("youqi.taxSource", "youqi.hallIntake", "alxa.levyAdmin", "alxa.audit")) {
            Visitor visitor = people.signedIn(user);
            for (String page : List.of(
                    "/imports", "/overpayments", "/overpayments?stage=CLOSED&due=WEEK", "/overpayments/report")) {
                assertThat(visitor.page(page).statusCode())
                        .as(user + " " + page)
                        .isEqualTo(200);
                assertThat(visitor.page(page).body()).doesNotContain("??");
            }
        }
        assertThat(people.signedIn("youqi.hallIntake")
                        .post("/api/imports?name=x.csv", "x", "text/csv")
                        .statusCode())
                .isEqualTo(403);
    }

    private String classify(Visitor visitor, List<String> numbers, String values) {
        String all = numbers.stream().map(number -> "\"" + number + "\"").collect(Collectors.joining(","));
        return visitor.post(
                        "/api/overpayments/classifications",
                        "{\"caseNumbers\":[%s],\"values\":{%s}}".formatted(all, values))
                .body();
    }

    private List<String> numbers(Visitor visitor, String mark) {
        List<String> all = jdbc.sql("select case_number from overpayment where voucher_no ~ ? order by case_number")
                .param("^" + mark + "\\d+$")
                .query(String.class)
                .list();
        assertThat(visitor.get("/api/overpayments/numbers?stage=CLASSIFY").body())
                .contains(all);
        return all;
    }

    private long noticesOf(String saying) {
        return jdbc.sql("select count(*) from notice where subject like '%' || ? || '%' and recipient_bureau = 'youqi'")
                .param(saying)
                .query(Long.class)
                .single();
    }

    private String uploaded(Visitor visitor, String csv) throws InterruptedException {
        HttpResponse<String> answer = visitor.post(
                "/api/imports?name=list.csv", new String(csv.getBytes(UTF_8), UTF_8), "application/octet-stream");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String importId = answer.body().replaceAll(".*\"importId\":(\\d+).*", "$1");
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (visitor.get("/api/imports/" + importId).body().contains("RUNNING") && System.nanoTime() < end) {
            Thread.sleep(30);
        }
        return importId;
    }
}
