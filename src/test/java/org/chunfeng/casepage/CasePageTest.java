package org.chunfeng.casepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.chunfeng.ChunfengTest;
import org.chunfeng.TestClock;
import org.chunfeng.TestDesk;
import org.chunfeng.TestPeople;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The case as people see it. */
@ChunfengTest
class CasePageTest {

    private static final String CLERK = "zuoqi.hallIntake";
    private static final String REVIEWER = "zuoqi.taxSource";
    private static final String ACCOUNT = "6228480123456784321";

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDesk desk;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private String caseNumber = "";

    @BeforeEach
    void acceptACase() throws Exception {
        clock.set("2021-02-05T15:00");
        caseNumber = desk.start(CLERK, "refund", CasePageFixture.anApplication());
    }

    @AfterEach
    void letTimeRun() {
        clock.reset();
    }

    @Test
    void aReviewerSeesTheWholeCaseBesideTheDecision() {
        String taskId = desk.task(caseNumber, "reviewRefund").getId();

        String panel = people.signedIn(REVIEWER)
                .get("/api/tasks/%s/case".formatted(taskId))
                .body();

        assertThat(panel)
                .contains("个人所得税汇算退税", "321.00", "本人Ⅰ类银行账户证明", "已收", "剩 4 个工作日", "税源审核")
                .contains("年度汇算多预缴", "2019-12-31");
    }

    @Test
    void personalNumbersAreMaskedForColleagues() {
        String panel = people.signedIn(REVIEWER).get("/api/cases/" + caseNumber).body();

        assertThat(panel)
                .contains("**** 4321", "152921********0012", "139****1234", "\"masked\":true")
                .doesNotContain(ACCOUNT, CasePageFixture.CITIZEN, "13904831234");
        assertThat(looks(REVIEWER)).isEmpty();
    }

    @Test
    void whoWorksOnTheCaseSeesThemInFullAndThatIsWrittenDown() throws Exception {
        String taskId = desk.task(caseNumber, "reviewRefund").getId();
        desk.claim(REVIEWER, taskId);

        String panel = people.signedIn(REVIEWER)
                .get("/api/tasks/%s/case".formatted(taskId))
                .body();

        assertThat(panel).contains(ACCOUNT, CasePageFixture.CITIZEN, "\"masked\":false");
        assertThat(looks(REVIEWER)).containsExactly("reviewRefund");
    }

    @Test
    void revenueAccountingSeesAccountsAndThatIsWrittenDown() {
        String page = people.signedIn("zuoqi.revenueAccounting")
                .get("/cases/" + caseNumber)
                .body();

        assertThat(page).contains(ACCOUNT);
        assertThat(looks("zuoqi.revenueAccounting")).containsExactly("casePage");
    }

    @Test
    void thePageOfACaseTellsToWhomEachNoticeGoes() {
        String page = people.signedIn(REVIEWER).get("/cases/" + caseNumber).body();

        assertThat(page).contains(" · 阿拉善左旗税务局税源部门 · 邮件", " · 纳税人 · 待打印送达");
    }

    @Test
    void anotherCountyFindsNothingByAnyDoor() {
        var stranger = people.signedIn("youqi.taxSource");
        String taskId = desk.task(caseNumber, "reviewRefund").getId();

        assertThat(List.of(
                        "/api/cases/" + caseNumber,
                        "/api/tasks/%s/case".formatted(taskId),
                        "/cases/" + caseNumber,
                        "/cases/%s/receipt".formatted(caseNumber)))
                .allSatisfy(door ->
                        assertThat(stranger.get(door).statusCode()).as(door).isEqualTo(404));
        assertThat(stranger.get("/api/tasks/clocks?ids=" + taskId).body()).isEqualTo("[]");
        assertThat(stranger.get("/cases?text=" + caseNumber).body()).contains("共 0 件");
        assertThat(stranger.get("/").body()).doesNotContain(caseNumber);
    }

    @Test
    void thePrefectureFindsTheCasesOfACounty() {
        var levyAdmin = people.signedIn("alxa.levyAdmin");

        assertThat(levyAdmin.get("/cases?bureau=zuoqi&text=" + caseNumber).body())
                .contains("共 1 件", caseNumber, "152921********0012");
        assertThat(levyAdmin.get("/cases?bureau=youqi&text=" + caseNumber).body())
                .contains("共 0 件");
        assertThat(levyAdmin
                        .get("/cases?kind=REFUND&status=HANDLING&text=" + caseNumber)
                        .body())
                .contains("共 1 件");
        assertThat(levyAdmin.get("/cases?status=CLOSED&text=" + caseNumber).body())
                .contains("共 0 件");
    }

    @Test
    void aTaskCardShowsWhatIsLeftThenHowLateItIs() {
        String address =
                "/api/tasks/clocks?ids=" + desk.task(caseNumber, "reviewRefund").getId();
        var reviewer = people.signedIn(REVIEWER);

        assertThat(reviewer.get(address).body()).contains("剩 4 个工作日", "\"state\":\"OPEN\"", caseNumber, "斯琴高娃");
        clock.set("2021-02-10T09:00");
        assertThat(reviewer.get(address).body()).contains("今日到期", "\"state\":\"DUE_TODAY\"");
        clock.set("2021-02-10T18:00");
        assertThat(reviewer.get(address).body()).contains("已超期", "\"state\":\"OVERDUE\"");
        clock.set("2021-02-18T09:00");
        assertThat(reviewer.get(address).body()).contains("超期 1 个工作日", "\"state\":\"OVERDUE\"");
    }

    @Test
    void theReceiptPromisesTheDateOfTheCaseClock() {
        String receipt = people.signedIn(CLERK)
                .get("/cases/%s/receipt".formatted(caseNumber))
                .body();

        assertThat(receipt).contains("受理回执", caseNumber, "2021年2月19日前办结", "阿拉善左旗税务局", "本人Ⅰ类银行账户证明");
    }

    @Test
    void aReceiptThatIsOpenedFromTasklistMayBePrinted() {
        var tasklist = people.signedIn(CLERK).get("/camunda/app/tasklist/default/");

        assertThat(tasklist.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("allow-popups-to-escape-sandbox", "'nonce-"));
    }

    @Test
    void theFrontDeskLearnsTheNumberOfWhatItJustSent() throws Exception {
        Map<String, Object> form = CasePageFixture.anApplication();
        String sent = desk.start(CLERK, "refund", form);
        String address = "/api/requests/" + form.get("requestId");

        assertThat(people.signedIn(CLERK).get(address).body()).contains(sent, "\"accepted\":true");
        assertThat(people.signedIn("youqi.hallIntake").get(address).statusCode())
                .isEqualTo(404);
    }

    @Test
    void theCasePageOffersOnlyWhatOneMayAskFor() {
        String clerk = people.signedIn(CLERK).get("/cases/" + caseNumber).body();
        String reviewer = people.signedIn(REVIEWER).get("/cases/" + caseNumber).body();
        String auditor =
                people.signedIn("alxa.audit").get("/cases/" + caseNumber).body();

        assertThat(clerk).contains("data-ask=\"expedite\"", "data-ask=\"withdrawal\"", "出具受理回执", "受理回执");
        assertThat(reviewer).contains("data-ask=\"expedite\"").doesNotContain("data-ask=\"withdrawal\"");
        assertThat(auditor).contains(caseNumber).doesNotContain("data-ask=");
    }

    @Test
    void theHomePageGreetsAndLeadsToWork() {
        String home = people.signedIn(CLERK).get("/").body();

        assertThat(home).contains("processStart=refund", "办税服务厅", "阿拉善左旗税务局");
        assertThat(people.signedIn(REVIEWER).get("/").body()).doesNotContain("processStart=refund");
    }

    @Test
    void supervisionPushesNoApplicationOutOfTheHomePage() {
        jdbc.sql("""
                        insert into case_file (case_number, kind, matter, taxpayer_class, bureau, taxpayer_id, taxpayer_name,
                                               channel, status, opened_by, opened_at, applied_at)
                        values ('S-152921-2099-000001', 'SUPERVISION', '', '', 'zuoqi', '152921', '阿拉善左旗税务局',
                                'SYSTEM', 'CLOSED', 'system', '2099-01-01', '2099-01-01')
                        """).update();

        String home = people.signedIn(CLERK).get("/").body();
        jdbc.sql("delete from case_file where case_number = 'S-152921-2099-000001'")
                .update();

        assertThat(home).contains("最近收件", "/cases/").doesNotContain("S-152921-2099-000001");
    }

    @Test
    void pagesNeedNoScriptOrStyleOfTheirOwn() {
        var clerk = people.signedIn(CLERK);

        assertThat(List.of("/", "/cases", "/cases/" + caseNumber, "/cases/%s/receipt".formatted(caseNumber)))
                .allSatisfy(page -> assertThat(clerk.get(page).body())
                        .doesNotContainPattern("<script(?![^>]*src=)|<style|\\sstyle=|\\son\\w+="));
    }

    private List<String> looks(String actor) {
        return jdbc.sql("select place from access_log where case_number = ? and actor = ? order by access_log_id")
                .params(caseNumber, actor)
                .query(String.class)
                .list();
    }
}
