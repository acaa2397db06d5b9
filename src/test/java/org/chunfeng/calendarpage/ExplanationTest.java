package org.chunfeng.calendarpage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import org.chunfeng.ChunfengTest;
import org.chunfeng.ClockAgreement;
import org.chunfeng.TestClock;
import org.chunfeng.TestDesk;
import org.chunfeng.TestPeople;
import org.chunfeng.Visitor;
import org.chunfeng.calendar.CalendarDays;
import org.chunfeng.calendar.CalendarImports;
import org.chunfeng.calendar.DecreeFile;
import org.chunfeng.calendar.TestYears;
import org.chunfeng.deadline.CalendarReview;
import org.chunfeng.deadline.DeadlineClock;
import org.chunfeng.deadline.Deadlines;
import org.chunfeng.deadline.SuspensionReason;
import org.chunfeng.deadline.SuspensionRequest;
import org.chunfeng.deadline.Suspensions;
import org.chunfeng.refund.RefundFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Why something is due when it is: of a clock, and of anything that somebody asks the calculator. */
@ChunfengTest
@ExtendWith(OutputCaptureExtension.class)
class ExplanationTest {

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDesk desk;

    @Autowired
    private TestClock time;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private Suspensions suspensions;

    @Autowired
    private CalendarImports imports;

    @Autowired
    private CalendarDays days;

    @Autowired
    private CalendarReview review;

    @Autowired
    private JdbcClient sql;

    @BeforeEach
    @AfterEach
    void asShipped() {
        time.reset();
        TestYears.restore(sql, days, imports);
        review.run();
    }

    private String refundAt(String local) throws Exception {
        time.set(local);
        return desk.start("zuoqi.hallIntake", "refund", RefundFixture.anApplication());
    }

    private DeadlineClock clock(String caseNumber, String step) {
        return deadlines.openClocks(caseNumber).stream()
                .filter(clock -> clock.step().equals(step))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyDayIsCountedOrSkippedWithItsReason() throws Exception {
        long promise = clock(refundAt("2021-02-05T15:00"), "promise").id();

        JsonNode it = json(people.withPassword("zuoqi.taxSource").get("/api/clocks/" + promise + "/explanation"));

        assertThat(it.path("dueText").asString()).isEqualTo("2021年2月19日（周五）18:00");
        assertThat(it.path("days"))
                .extracting(day ->
                        day.path("dateText").asString() + " " + day.path("text").asString())
                .containsExactly(
                        "2月5日（周五） 起算当日，不计入",
                        "2月6日（周六） 周末，不计入",
                        "2月7日（周日） 春节调休上班，第 1 个工作日",
                        "2月8日（周一） 第 2 个工作日",
                        "2月9日（周二） 第 3 个工作日",
                        "2月10日（周三） 第 4 个工作日",
                        "2月11日（周四） 春节放假，不计入",
                        "2月12日（周五） 春节放假，不计入",
                        "2月13日（周六） 春节放假，不计入",
                        "2月14日（周日） 春节放假，不计入",
                        "2月15日（周一） 春节放假，不计入",
                        "2月16日（周二） 春节放假，不计入",
                        "2月17日（周三） 春节放假，不计入",
                        "2月18日（周四） 第 5 个工作日",
                        "2月19日（周五） 第 6 个工作日");
        assertThat(it.path("sentences"))
                .extracting(JsonNode::asString)
                .containsExactly(
                        "时限为 6 个工作日：开始当日不计入，从次日起只计工作日，最后一个工作日 18:00 届满。",
                        "2021年2月5日（周五）15:00 起算，当日不计入。",
                        "其间计入 6 个工作日，不计入的有：周末 1 天、放假 7 天。",
                        "因此应在 2021年2月19日（周五）18:00 前办结。");
        assertThat(it.path("clock").path("source").asString()).startsWith("春风行动方案（32）");
        assertThat(it.path("clock").path("stateText").asString()).isEqualTo("计时中，剩 6 个工作日");
    }

    @Test
    void aSuspensionAndTheHistoryAreTold() throws Exception {
        String refund = refundAt("2021-04-06T10:00");
        time.set("2021-04-08T10:00");
        suspensions.approve(
                suspensions.request(
                        new SuspensionRequest(
                                refund,
                                null,
                                SuspensionReason.INSPECTION,
                                "左旗税稽〔2021〕7号",
                                LocalDate.of(2021, 5, 1),
                                ""),
                        "zuoqi.taxSource"),
                people.account("zuoqi.leaderOnDuty"));
        long source = clock(refund, "sourceReview").id();
        Visitor visitor = people.signedIn("zuoqi.taxSource");
        assertThat(visitor.page("/clocks/" + source).body())
                .contains("中止中，恢复后还剩 3 个工作日", "2021年4月8日（周四）起中止（税务检查，左旗税稽〔2021〕7号），尚未恢复", "现在中止计时");
        time.set("2021-04-13T09:00");

        suspensions.resumeCase(refund, "zuoqi.taxSource");

        assertThat(visitor.page("/clocks/" + source).body())
                .contains("2021年4月15日（周四）18:00 前", refund, "春风行动方案（32）税源部门", "自本环节开始")
                .contains("办理中止，不计入", "中止 3 个工作日", "2021年4月8日（周四）起中止，2021年4月13日（周二）恢复")
                .contains("原到期 2021年4月12日（周一）18:00，改为 中止中", "leaderOnDuty", "data-print");
    }

    @Test
    void aCaseOfAnotherCountyIsAsIfItWereNotThere() throws Exception {
        long source = clock(refundAt("2021-04-06T10:00"), "sourceReview").id();

        for (String path : List.of("/clocks/" + source, "/clocks/999999999", "/clocks/x")) {
            Visitor stranger = people.signedIn("youqi.taxSource");
            assertThat(stranger.page(path).statusCode()).isEqualTo(404);
            assertThat(stranger.page(path).body()).contains("没有这个时限，或不在您的管辖范围内。");
            var answer = stranger.get("/api" + path + "/explanation");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("没有这个时限，或不在您的管辖范围内。");
        }
        assertThat(people.signedIn("alxa.audit").page("/clocks/" + source).statusCode())
                .isEqualTo(200);
        assertThat(people.nobody().get("/api/clocks/" + source + "/explanation").statusCode())
                .isEqualTo(401);
        assertThat(people.nobody().page("/clocks/" + source).statusCode()).isEqualTo(302);
    }

    @Test
    void theCasePageLeadsToItsExplanations() throws Exception {
        String refund = refundAt("2021-04-06T10:00");

        String page =
                people.signedIn("zuoqi.taxSource").page("/cases/" + refund).body();

        assertThat(deadlines.openClocks(refund))
                .isNotEmpty()
                .allSatisfy(clock -> assertThat(page).contains("href=\"/clocks/" + clock.id() + "\""));
    }

    /** domain.md 7, example 25, from the counter to the decree. */
    @Test
    void aMissingYearMakesTheDateProvisionalEverywhereAndItsDecreeSettlesIt(CapturedOutput log) throws Exception {
        String refund = refundAt("2026-12-28T10:00");
        DeadlineClock before = clock(refund, "sourceReview");
        Visitor clerk = people.signedIn("zuoqi.hallIntake");

        assertThat(log).contains("CALENDAR_MISSING[2027]: sourceReview of case " + refund);
        assertThat(before.provisional()).isTrue();
        assertThat(LocalDate.ofInstant(before.dueAt(), time.getZone())).isEqualTo("2027-01-04");
        assertThat(clerk.page("/cases/" + refund).body()).contains("暂定");
        assertThat(clerk.page("/cases/" + refund + "/receipt").body()).contains("前办结", "暂定：该年度放假安排尚未公布");
        assertThat(json(clerk.get("/api/cases/" + refund)).path("clocks"))
                .isNotEmpty()
                .allSatisfy(clock ->
                        assertThat(clock.path("provisional").asBoolean()).isTrue());
        String explained = clerk.page("/clocks/" + before.id()).body();
        assertThat(explained).contains("暂定", "2027 年放假安排尚未载入，到期日暂定", "元旦放假，不计入");
        assertThat(people.signedIn("zuoqi.leaderOnDuty").page("/").body()).contains("个到期日因此暂定。");

        imports.draft(new DecreeFile().read(TestYears.MADE_UP_2027), "alxa.levyAdmin")
                .forEach(id -> imports.sign(id, "alxa.camunda-admin", "测试"));
        review.run();

        DeadlineClock after = clock(refund, "sourceReview");
        assertThat(after.provisional()).isFalse();
        assertThat(LocalDate.ofInstant(after.dueAt(), time.getZone())).isEqualTo("2027-01-03");
        assertThat(ClockAgreement.disagreeing(sql, refund)).isZero();
        assertThat(clerk.page("/cases/" + refund + "/receipt").body()).doesNotContain("暂定");
        assertThat(clerk.page("/clocks/" + before.id()).body())
                .contains("日历调整（第 ", "原到期 2027年1月4日（周一）18:00，改为 2027年1月3日（周日）18:00", "元旦调休上班，第 4 个工作日")
                .doesNotContain("暂定");
    }

    @ParameterizedTest
    @CsvSource({
        "2021-02-05T15:00, 4, WORKING_DAY, , 2021-02-10T18:00",
        "2021-09-17, 10, WORKING_DAY, , 2021-10-08T18:00",
        "2026-11-23T16:00, 6, WORKING_DAY, , 2026-12-01T18:00",
        "2026-09-18T10:00, 1, HALF_DAY, , 2026-09-18T18:00",
        "2026-09-18T16:00, 1, HALF_DAY, , 2026-09-20T12:00",
        "2026-09-18T18:30, , SAME_DAY, , 2026-09-20T18:00",
        "2026-09-20T17:59, , SAME_DAY, , 2026-09-20T18:00",
        "2021-03-01, , END_OF_NEXT_MONTH, , 2021-04-30T18:00",
        "2021-01-15, , FIXED_DATE, 2021-03-31, 2021-03-31T18:00",
        "2021-01-31, 15, CALENDAR_DAY, , 2021-02-23T18:00",
    })
    void theCalculatorAnswersWhatAClockWould(String start, String amount, String unit, String date, String due) {
        String query = "?start=" + start + "&unit=" + unit + (amount == null ? "" : "&amount=" + amount)
                + (date == null ? "" : "&date=" + date);

        JsonNode it = json(people.withPassword("zuoqi.hallIntake").get("/api/calendar/deadline" + query));
        var page = people.signedIn("zuoqi.hallIntake").page("/calendar/deadline" + query);

        assertThat(java.time.Instant.parse(it.path("dueAt").asString())
                        .atZone(time.getZone())
                        .toLocalDateTime())
                .hasToString(due);
        assertThat(it.path("days").get(it.path("days").size() - 1).path("due").asBoolean())
                .isTrue();
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(it.path("dueText").asString() + " 前", "逐日计算");
    }

    @Test
    void theExtensionByTheLawIsToldInItsOwnWords() {
        JsonNode it = json(people.withPassword("zuoqi.hallIntake")
                .get("/api/calendar/deadline?start=2021-01-31&amount=15&unit=CALENDAR_DAY"));

        assertThat(it.path("sentences"))
                .extracting(JsonNode::asString)
                .anySatisfy(sentence -> assertThat(sentence).contains("第一百零九条"))
                .contains("期限 15 日，至 2021年2月15日（周一） 届满；期限内连续 3 日以上的休息日共 5 天，顺延 5 个工作日，顺延时跳过周末 1 天、放假 2 天。");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "amount=4&unit=WORKING_DAY | 起算时间：必填。",
                "start=yesterday&amount=4&unit=WORKING_DAY | 起算时间：请填写 2015 至 2099 年间的日期或时间",
                "start=2021-02-30&amount=4&unit=WORKING_DAY | 起算时间：请填写",
                "start=1021-02-05&amount=4&unit=WORKING_DAY | 起算时间：请填写",
                "start=2021-02-05T25:00&amount=4&unit=WORKING_DAY | 起算时间：请填写",
                "start=2021-02-05&amount=4 | 单位：必填。",
                "start=2021-02-05&amount=4&unit=WEEK | 单位：“WEEK”不在可选范围内。",
                "start=2021-02-05&unit=WORKING_DAY | 数量：必填。",
                "start=2021-02-05&amount=0&unit=WORKING_DAY | 数量：请填写 1 至 400 的整数。",
                "start=2021-02-05&amount=401&unit=HALF_DAY | 数量：请填写 1 至 400 的整数。",
                "start=2021-02-05&amount=-1&unit=CALENDAR_DAY | 数量：请填写 1 至 400 的整数。",
                "start=2021-02-05&amount=1.5&unit=WORKING_DAY | 数量：请填写 1 至 400 的整数。",
                "start=2021-02-05&unit=FIXED_DATE | 截止日期：必填。",
                "start=2021-02-05&unit=FIXED_DATE&date=31.3.2021 | 截止日期：请填写有效日期",
                "start=x&amount=x&unit=WORKING_DAY | 数量：请填写 1 至 400 的整数。"
            })
    void aQuestionThatCannotBeReadNamesItsFields(String query, String sentence) {
        var answer = people.withPassword("zuoqi.hallIntake").get("/api/calendar/deadline?" + query);
        var page = people.signedIn("zuoqi.hallIntake").page("/calendar/deadline?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("message").asString()).contains(sentence);
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains(sentence, "name=\"start\"");
    }

    @Test
    void theCalculatorBeginsWithASuggestionAndNeedsASignIn() {
        assertThat(people.signedIn("zuoqi.hallIntake")
                        .page("/calendar/deadline")
                        .body())
                .contains("时限计算")
                .doesNotContain("逐日计算");
        assertThat(people.nobody().get("/api/calendar/deadline").statusCode()).isEqualTo(401);
        assertThat(people.withPassword("zuoqi.hallIntake")
                        .get("/api/calendar/deadline")
                        .statusCode())
                .isEqualTo(400);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
