package org.chunfeng.calendarpage;

import static org.assertj.core.api.Assertions.assertThat;

import org.chunfeng.ChunfengTest;
import org.chunfeng.TestClock;
import org.chunfeng.TestPeople;
import org.chunfeng.calendar.CalendarDays;
import org.chunfeng.calendar.CalendarImports;
import org.chunfeng.calendar.DecreeFile;
import org.chunfeng.calendar.TestYears;
import org.chunfeng.deadline.CalendarReview;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A year at a glance, and the reminder on every page. */
@ChunfengTest
class CalendarPageTest {

    private static final String REMINDER = "2027 年放假安排尚未载入工作日历";

    @Autowired
    private TestPeople people;

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
    void everybodySeesTheYearWithItsDaysOffInWords() {
        var page = people.signedIn("zuoqi.hallIntake").page("/calendar?year=2026");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("2026 年工作日历", "工作日 248 天", "放假 33 天", "调休上班 6 天", "上班：", "1月4日（周日）", "2月15日（周日）")
                .contains("https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm\"", "随系统发布")
                .contains("year=2025", "year=2027")
                .containsPattern(
                        "day-MAKE_UP[^>]*title=\"元旦\\(调休上班\\)\"><time datetime=\"2026-01-04\">4</time><i>班</i>")
                .containsPattern("day-HOLIDAY[^>]*><time datetime=\"2026-10-07\">7</time><i>休</i>")
                .doesNotContain("暂列", "导入放假安排");
    }

    @Test
    void aYearWithoutADecreeIsMarkedAndShowsOnlyWhatTheLawItselfSets() {
        var page = people.signedIn("zuoqi.hallIntake").page("/calendar?year=2027");

        assertThat(page.body())
                .contains("暂列", "国务院办公厅尚未公布 2027 年放假安排", "除夕", "2月5日（周五）")
                .doesNotContain("调休上班 0 天");
    }

    @Test
    void withoutAYearItIsTheCurrentOneAndTodayIsMarked() {
        time.set("2025-03-12T10:00");

        var page = people.signedIn("zuoqi.hallIntake").page("/calendar");

        assertThat(page.body())
                .contains("2025 年工作日历")
                .containsPattern("class=\"day-WORKDAY today\"[^>]*><time datetime=\"2025-03-12\">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"26", "abcd", "1999", "2100", "-2026", "20260"})
    void aWrongYearIsRefusedInOneSentence(String year) {
        var visitor = people.signedIn("zuoqi.hallIntake");

        var page = visitor.page("/calendar?year=" + year);
        var answer = visitor.get("/api/calendar/" + year);

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("年份应为 2015 至 2099 之间的四位数字。");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("年份应为 2015 至 2099 之间的四位数字。");
    }

    @Test
    void programsGetEveryDayOfAYear() {
        var visitor = people.withPassword("zuoqi.hallIntake");

        JsonNode known = json(visitor.get("/api/calendar/2026").body());
        JsonNode missing = json(visitor.get("/api/calendar/2027").body());

        assertThat(known.path("workingDays").asInt()).isEqualTo(248);
        assertThat(known.path("known").asBoolean()).isTrue();
        assertThat(known.path("days")).hasSize(365);
        assertThat(known.path("days").get(3).toString())
                .isEqualTo("{\"date\":\"2026-01-04\",\"kind\":\"MAKE_UP\",\"working\":true,\"name\":\"元旦(调休上班)\"}");
        assertThat(known.path("decree").path("source").asString()).contains("gov.cn");
        assertThat(missing.path("known").asBoolean()).isFalse();
        assertThat(missing.path("decree").isNull()).isTrue();
    }

    @Test
    void nobodyReadsWithoutSigningIn() {
        assertThat(people.nobody().page("/calendar").statusCode()).isEqualTo(302);
        assertThat(people.nobody().get("/api/calendar/2026").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alxa.levyAdmin", "alxa.camunda-admin", "zuoqi.leaderOnDuty", "alxa.ops"})
    void fromNovemberOnWhoeverCanHelpIsRemindedOnEveryPage(String user) {
        var visitor = people.signedIn(user);
        time.set("2026-10-31T23:59");
        assertThat(visitor.page("/").body()).doesNotContain(REMINDER);

        time.set("2026-11-01T00:00");

        assertThat(visitor.page("/").body()).contains(REMINDER);
        assertThat(visitor.page("/cases").body()).contains(REMINDER);
        assertThat(visitor.page("/calendar?year=2026").body()).contains(REMINDER);
        time.set("2027-01-02T10:00");
        assertThat(visitor.page("/notices").body()).contains(REMINDER);
    }

    @Test
    void nobodyElseIsReminded() {
        time.set("2026-11-24T10:00");

        assertThat(people.signedIn("zuoqi.hallIntake").page("/").body()).doesNotContain(REMINDER);
    }

    @Test
    void theReminderTellsOfADraftAndEndsWithItsSignature() {
        time.set("2026-11-24T10:00");
        var visitor = people.signedIn("alxa.levyAdmin");
        assertThat(visitor.page("/").body()).contains("去导入");

        long draft = imports.draft(new DecreeFile().read(TestYears.MADE_UP_2027), "alxa.levyAdmin2")
                .get(0);
        assertThat(visitor.page("/").body()).contains("已有人导入，等待第二人签发。", "去签发");
        imports.sign(draft, "alxa.levyAdmin", "测试");

        assertThat(visitor.page("/").body()).doesNotContain(REMINDER);
        assertThat(visitor.page("/calendar?year=2027").body())
                .contains("调休上班 1 天")
                .doesNotContain("暂列");
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
