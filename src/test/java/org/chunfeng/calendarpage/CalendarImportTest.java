package org.chunfeng.calendarpage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chunfeng.ChunfengTest;
import org.chunfeng.OwnApplication;
import org.chunfeng.TestClock;
import org.chunfeng.TestDesk;
import org.chunfeng.TestPeople;
import org.chunfeng.Visitor;
import org.chunfeng.calendar.CalendarDays;
import org.chunfeng.calendar.CalendarImports;
import org.chunfeng.calendar.TestYears;
import org.chunfeng.deadline.CalendarReview;
import org.chunfeng.refund.RefundFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A decree on its way into force, by pages and by programs. */
@ChunfengTest
@OwnApplication
class CalendarImportTest {

    private static final String IMPORTS = "/api/calendar/imports";
    private static final String BOUNDARY = "chunfeng-test";

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDesk desk;

    @Autowired
    private TestClock time;

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

    @Test
    void aPreviewTellsDaysAndDueDatesAndKeepsNothing() throws Exception {
        time.set("2026-12-28T10:00");
        String refund = desk.start("zuoqi.hallIntake", "refund", RefundFixture.anApplication());
        int drafts = imports.all().size();

        var answer = people.withPassword("alxa.levyAdmin").post(IMPORTS + "?preview=true", TestYears.MADE_UP_2027);

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode preview = json(answer).path("preview");
        JsonNode year = preview.path("years").get(0);
        assertThat(year.path("newYear").asBoolean()).isTrue();
        assertThat(year.path("changes")).anySatisfy(change -> {
            assertThat(change.path("date").asString()).isEqualTo("2027-01-03");
            assertThat(change.path("before").path("kind").asString()).isEqualTo("WEEKEND");
            assertThat(change.path("after").path("kind").asString()).isEqualTo("MAKE_UP");
            assertThat(change.path("movesDates").asBoolean()).isTrue();
        });
        JsonNode impact = preview.path("impact");
        assertThat(impact.path("settled").asInt()).isGreaterThanOrEqualTo(3);
        assertThat(impact.path("earlier").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(impact.path("places"))
                .extracting(place -> place.path("bureau").asString() + " "
                        + place.path("step").asString())
                .contains("zuoqi sourceReview", "zuoqi promise");
        assertThat(impact.path("places").findValuesAsString("caseNumber")).contains(refund);
        assertThat(imports.all()).hasSize(drafts);
    }

    @Test
    void aSecondPersonSignsWithAReasonAndWhatWasPromisedComesTrue() throws Exception {
        time.set("2026-12-28T10:00");
        desk.start("zuoqi.hallIntake", "refund", RefundFixture.anApplication());
        Visitor one = people.withPassword("alxa.levyAdmin");
        Visitor other = people.withPassword("alxa.camunda-admin");

        var drafted = one.post(IMPORTS, TestYears.MADE_UP_2027);
        assertThat(drafted.statusCode()).isEqualTo(201);
        JsonNode impact = json(drafted).path("preview").path("impact");
        String draft =
                IMPORTS + "/" + json(drafted).path("drafts").get(0).path("id").asLong();
        assertThat(json(one.get(draft)).path("drafts").get(0).path("state").asString())
                .isEqualTo("DRAFT");
        assertRefused(one.post(draft + "/signature", "{\"reason\": \"已公布\"}"), 403, "导入人不能签发自己导入的放假安排。");
        assertRefused(other.post(draft + "/signature", "{\"reason\": \" \"}"), 400, "请填写签发理由。");
        assertRefused(other.post(draft + "/signature", ""), 400, "请填写签发理由。");
        assertRefused(other.get(draft + "/progress"), 409, "尚未签发");

        var signed = other.post(draft + "/signature", "{\"reason\": \"国办发明电〔2026〕×号\"}");
        assertThat(signed.statusCode()).isEqualTo(200);
        assertThat(json(signed).path("signedBy").asString()).isEqualTo("alxa.camunda-admin");
        JsonNode before = json(other.get(draft + "/progress"));
        assertThat(before.path("finished").asBoolean()).isFalse();
        assertThat(before.path("waiting").asInt())
                .isEqualTo(impact.path("total").path("examined").asInt());
        review.run();

        JsonNode after = json(other.get(draft + "/progress"));
        assertThat(after.path("finished").asBoolean()).isTrue();
        assertThat(after.path("percent").asInt()).isEqualTo(100);
        assertThat(after.path("report")).isEqualTo(impact.path("total"));
        assertThat(after.path("places")).isNotEmpty().isEqualTo(impact.path("places"));
    }

    @Test
    void theSameDecreeTwiceChangesNothing() {
        Visitor one = people.withPassword("alxa.levyAdmin");
        String draft = IMPORTS + "/" + draftId(one.post(IMPORTS, TestYears.MADE_UP_2027));
        assertThat(IMPORTS + "/" + draftId(one.post(IMPORTS, TestYears.MADE_UP_2027)))
                .isEqualTo(draft);
        people.withPassword("alxa.camunda-admin").post(draft + "/signature", "{\"reason\": \"已公布\"}");
        review.run();
        long version = days.refresh().version();

        var again = one.post(IMPORTS, TestYears.MADE_UP_2027);
        people.withPassword("alxa.camunda-admin").post(draft + "/signature", "{\"reason\": \"已公布\"}");

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again).path("drafts")).isEmpty();
        assertThat(json(again).path("preview").path("years").get(0).path("changes"))
                .isEmpty();
        assertThat(json(again)
                        .path("preview")
                        .path("impact")
                        .path("total")
                        .path("moved")
                        .asInt())
                .isZero();
        assertThat(days.refresh().version()).isEqualTo(version);
    }

    private static long draftId(HttpResponse<String> answer) {
        return json(answer).path("drafts").get(0).path("id").asLong();
    }

    @Test
    void aDraftThatIsPutAsideIsNeverSigned() {
        Visitor one = people.withPassword("alxa.levyAdmin");
        String draft = IMPORTS + "/" + draftId(one.post(IMPORTS, TestYears.MADE_UP_2027));

        assertThat(one.send("DELETE", draft, "", "").statusCode()).isEqualTo(204);

        assertRefused(one.send("DELETE", draft, "", ""), 409, "已经签发、被替代或作废");
        assertRefused(
                people.withPassword("alxa.camunda-admin").post(draft + "/signature", "{\"reason\": \"已公布\"}"),
                409,
                "已经签发、被替代或作废");
        assertThat(days.refresh().knows(2027)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense | 文件无法识别：应为系统自带 cn-holidays.json 的格式（UTF-8 编码的 JSON），问题在“JSON”。",
                "[] | 文件无法识别",
                "{\"二七\": {}} | 年份“二七”无法识别，应为四位数字，如 2027。",
                "{\"2027\": {\"holidays\": [\"2027-01-01\"], \"source\": \"甲\"}, \"2027\": {}} | 文件中“2027”出现了两次。",
                "{\"2027\": {\"holiday\": [\"2027-01-01\"]}} | 不认识“holiday”",
                "{\"2027\": {\"holidays\": [\"2027-01-01\"]}} | 2027 年没有写明来源（source）。",
                "{\"2027\": {\"holidays\": [\"2027-02-30\"]}} | 日期“2027-02-30”不存在或格式不对，应如 2027-01-01。",
                "{\"2027\": {\"holidays\": [\"2026-01-01\"]}} | 日期 2026-01-01 不属于它所在的年度。",
                "{\"2027\": {\"holidays\": [\"2027-01-01\", \"2027-01-01\"]}} | 日期 2027-01-01 列了两次。",
                "{\"2027\": {\"holidays\": [\"2027-01-01\"], \"workdays\": [\"2027-01-01\"]}} | 日期 2027-01-01 既列为放假日，又列为调休上班日。",
                "{\"2027\": {\"holidays\": [], \"workdays\": [\"2027-01-03\"]}} | 2027 年没有任何放假日。"
            })
    void aBadFileIsRefusedInOneSentenceAtBothDoors(String file, String sentence) {
        int sets = imports.all().size();

        var answer = people.withPassword("alxa.levyAdmin").post(IMPORTS, file);
        var page = upload(people.signedIn("alxa.levyAdmin"), file);

        assertRefused(answer, 400, sentence);
        assertThat(json(answer).path("refusals")).hasSize(1);
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body().replace("&quot;", "\"")).contains(sentence, "选择文件");
        assertThat(imports.all()).hasSize(sets);
    }

    @Test
    void aWeekdayThatIsWorkedIsOnlyRemarkedUpon() {
        var answer = people.withPassword("alxa.levyAdmin").post(IMPORTS + "?preview=true", """
                {"2027": {"holidays": ["2027-01-04"], "workdays": ["2027-01-05"], "source": "测试"}}""");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("preview").path("remarks"))
                .extracting(JsonNode::asString)
                .contains(
                        "2027年1月1日（周五）是法定节假日，却没有列为放假日。",
                        "2027年1月5日（周二）本来就是工作日，仍列为调休上班日，不影响时限。",
                        "2027年1月4日（周一）没有写明节日名称。");
    }

    @Test
    void otherBadQuestionsAreAnsweredClearly() {
        Visitor visitor = people.withPassword("alxa.levyAdmin");

        assertRefused(visitor.post(IMPORTS + "?preview=maybe", TestYears.MADE_UP_2027), 400, "只能是 true 或 false");
        assertRefused(visitor.post(IMPORTS, "{\"2027\": \"" + "长".repeat(200_000) + "\"}"), 413, "文件超过 500 KB");
        assertRefused(visitor.post(IMPORTS, ""), 400, "文件无法识别");
        assertRefused(visitor.get(IMPORTS + "/999999"), 404, "没有这份放假安排。");
        assertRefused(visitor.get(IMPORTS + "/x"), 404, "没有这份放假安排。");
        assertRefused(visitor.get(IMPORTS + "/x/progress"), 404, "没有这份放假安排。");
        assertRefused(visitor.post(IMPORTS + "/x/signature", "{\"reason\": \"a\"}"), 404, "没有这份放假安排。");
        assertRefused(visitor.send("DELETE", IMPORTS + "/x", "", ""), 404, "没有这份放假安排。");
        assertThat(visitor.post(IMPORTS + "/1/signature", "{reason").statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"zuoqi.hallIntake", "zuoqi.levyAdmin", "alxa.audit", "zuoqi.leaderOnDuty"})
    void onlyThoseWhoKeepTheCalendarImport(String user) {
        Visitor program = people.withPassword(user);
        Visitor person = people.signedIn(user);

        assertRefused(program.get(IMPORTS), 403, "只有系统管理员和盟局征管科可以维护工作日历。");
        assertRefused(program.post(IMPORTS, TestYears.MADE_UP_2027), 403, "只有系统管理员");
        assertRefused(program.get(IMPORTS + "/1"), 403, "只有系统管理员");
        assertRefused(program.get(IMPORTS + "/1/progress"), 403, "只有系统管理员");
        assertRefused(program.post(IMPORTS + "/1/signature", "{\"reason\": \"a\"}"), 403, "只有系统管理员");
        assertRefused(program.send("DELETE", IMPORTS + "/1", "", ""), 403, "只有系统管理员");
        assertThat(person.page("/calendar/imports").statusCode()).isEqualTo(403);
        assertThat(person.page("/calendar/imports/1").statusCode()).isEqualTo(403);
        assertThat(upload(person, TestYears.MADE_UP_2027).statusCode()).isEqualTo(403);
        assertThat(person.submit("/calendar/imports", Map.of("content", TestYears.MADE_UP_2027))
                        .statusCode())
                .isEqualTo(403);
        assertThat(person.submit("/calendar/imports/1/signature", Map.of("reason", "a"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(person.submit("/calendar/imports/1/discard", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(person.page("/calendar").body()).doesNotContain("导入放假安排");
        assertThat(people.nobody().get(IMPORTS).statusCode()).isEqualTo(401);
    }

    @Test
    void twoPeoplePutADecreeInForceWithTheirBrowsers() throws Exception {
        time.set("2026-12-28T10:00");
        String refund = desk.start("zuoqi.hallIntake", "refund", RefundFixture.anApplication());
        Visitor one = people.signedIn("alxa.levyAdmin");
        Visitor other = people.signedIn("alxa.levyAdmin2");

        String preview = upload(one, TestYears.MADE_UP_2027).body();
        assertThat(preview)
                .contains("预览：2027 年放假安排", "2027年1月3日（周日）", "税源审核", refund, "2027-01-04 18:00 → 2027-01-03 18:00");
        var handedIn = one.submit("/calendar/imports", Map.of("content", TestYears.MADE_UP_2027));
        String page = URI.create(handedIn.headers().firstValue("Location").orElseThrow())
                .getPath();
        assertThat(page).matches("/calendar/imports/\\d+");
        assertThat(one.page(page).body()).contains("待签发", "导入人不能签发自己导入的放假安排").doesNotContain("name=\"reason\"");
        assertThat(other.page("/calendar/imports").body()).contains(page);
        var unreasoned = other.submit(page + "/signature", Map.of("reason", " "));
        assertThat(unreasoned.statusCode()).isEqualTo(400);
        assertThat(unreasoned.body()).contains("请填写签发理由。", "name=\"reason\"");
        assertThat(one.submit(page + "/signature", Map.of("reason", "自己签")).statusCode())
                .isEqualTo(403);

        other.submit(page + "/signature", Map.of("reason", "国办发明电〔2026〕×号"));
        assertThat(other.page(page).body()).contains("<progress", "data-finished=\"false\"", "重新计算在办时限");
        review.run();

        assertThat(other.page(page).body())
                .contains("重新计算完成", "现行", "国办发明电〔2026〕×号", refund, "2027-01-04 18:00 → 2027-01-03 18:00");
        assertThat(upload(one, TestYears.MADE_UP_2027).body())
                .contains("与现行工作日历完全相同，没有需要提交的内容。")
                .doesNotContain("提交，等待签发");
    }

    /** As a browser sends a chosen file, with the hidden token of the page. */
    private static HttpResponse<String> upload(Visitor visitor, String file) {
        Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"")
                .matcher(visitor.page("/calendar").body());
        assertThat(token.find()).isTrue();
        String body = """
                --%1$s\r
                Content-Disposition: form-data; name="_csrf"\r
                \r
                %2$s\r
                --%1$s\r
                Content-Disposition: form-data; name="file"; filename="2027.json"\r
                Content-Type: application/json\r
                \r
                %3$s\r
                --%1$s--\r
                """.formatted(BOUNDARY, token.group(1), file);
        return visitor.withoutTokens()
                .post("/calendar/imports/preview", body, "multipart/form-data; boundary=" + BOUNDARY);
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String sentence) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).path("message").asString()).contains(sentence);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
