package org.chunfeng.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.chunfeng.calendar.CalendarDays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

@DemoTest
class TimeMachineTest {

    @Autowired
    private DemoClock clock;

    @Autowired
    private CalendarDays calendar;

    @Autowired
    private RepositoryService repository;

    private MockMvcTester pages;

    @Autowired
    void open(WebApplicationContext application) {
        pages = MockMvcTester.from(application);
    }

    @BeforeEach
    void startFromTheRealTime() {
        clock.reset();
    }

    @Test
    void itTellsTheBureausTime() {
        clock.moveBy(Duration.ofHours(5));

        assertThat(pages.get().uri("/demo/clock"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.now",
                        now -> assertThat(now)
                                .asString()
                                .startsWith(LocalDateTime.now(clock).toString().substring(0, 13))
                                .endsWith("+08:00"))
                .extractingPath("$.offset")
                .isEqualTo("PT5H");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"PT4H, PT4H", "P1D, P1D", "P1DT2H, P1DT2H"})
    void itIsAdvancedByADuration(String advance, Duration expected) {
        assertThat(post("{\"advance\":\"%s\"}".formatted(advance))).hasStatusOk();

        assertThat(clock.offset()).isEqualTo(expected);
    }

    @Test
    void itIsAdvancedByWorkingDaysOfTheCalendar() {
        LocalDate today = LocalDate.now(clock);
        LocalTime time = LocalTime.now(clock);

        assertThat(post("{\"advance\":\"3WD\"}")).hasStatusOk();

        assertThat(LocalDate.now(clock)).isEqualTo(calendar.current().nth(today, 3));
        assertThat(LocalTime.now(clock)).isCloseTo(time, within(5, ChronoUnit.SECONDS));
    }

    @Test
    void itIsSetToABureauTime() {
        LocalDateTime target = LocalDate.now(clock).plusDays(30).atTime(9, 0);

        assertThat(post("{\"now\":\"%s\"}".formatted(target))).hasStatusOk();

        assertThat(LocalDateTime.now(clock)).isCloseTo(target, within(5, ChronoUnit.SECONDS));
    }

    @Test
    void itGoesBackOnlyByAReset() {
        assertThat(post("{\"advance\":\"P10D\"}")).hasStatusOk();
        String yesterday = LocalDateTime.now(clock).minusDays(1).toString();

        assertThat(post("{\"now\":\"%s\"}".formatted(yesterday)))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("演示时钟只能往前拨");
        assertThat(post("{\"now\":\"%s\",\"reset\":true}".formatted(yesterday))).hasStatusOk();

        assertThat(clock.offset()).isCloseTo(Duration.ofDays(9), Duration.ofSeconds(5));
    }

    @Test
    void aBareResetGivesTheRealTime() {
        assertThat(post("{\"advance\":\"P10D\"}")).hasStatusOk();

        assertThat(post("{\"reset\":true}")).hasStatusOk();

        assertThat(clock.offset()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"now\":\"tomorrow\"} | 看不懂这个时间",
                "{\"now\":\"2026-13-01T09:00\"} | 看不懂这个时间",
                "{\"advance\":\"three days\"} | 看不懂这段时长",
                "{\"advance\":\"P1000D\"} | 一次最多拨 366 天",
                "{\"advance\":\"PT9999999999999999H\"} | 看不懂这段时长",
                "{\"advance\":\"P106751991167300D\"} | 一次最多拨 366 天",
                "{\"now\":\"1900-01-01T00:00\",\"reset\":true} | 一次最多拨 366 天",
                "{\"advance\":\"-PT1H\"} | 演示时钟只能往前拨",
                "{\"advance\":\"999WD\"} | 工作日历还没有",
                "{\"advance\":\"P1D\",\"now\":\"2026-12-01T09:00\"} | 二者只能选一",
                "{} | 二者只能选一",
                "nonsense | 二者只能选一"
            })
    void aWrongWishIsAnsweredWithOneSentenceAndChangesNothing(String wish, String sentence) {
        assertThat(post(wish)).hasStatus(HttpStatus.BAD_REQUEST).bodyText().contains(sentence);

        assertThat(clock.offset()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cases/R-152921-2026-000017", "/reports/breaches?month=2026-11&bureau=zuoqi"})
    void aButtonOfTheBarLeadsBackToItsPage(String page) {
        assertThat(press("PT1H", page)).hasStatus3xxRedirection().hasRedirectedUrl(page);

        assertThat(clock.offset()).isEqualTo(Duration.ofHours(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example/", "https://evil.example/", "/\\evil.example", "evil", "/x\r\nSet-Cookie: a=b"})
    void noButtonLeadsToAnotherSite(String page) {
        assertThat(press("PT1H", page)).hasStatus3xxRedirection().hasRedirectedUrl("/");
    }

    @Test
    void theBarShowsTheTimeAndRefusesInASentence() {
        assertThat(pages.get().uri("/demo/mail"))
                .bodyText()
                .contains("演示时钟", LocalDate.now(clock).getYear() + "年", "+1个工作日", "/demo/demo.css");

        assertThat(pages.post()
                        .uri("/demo/clock")
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .param("now", "2020-01-01T09:00"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("演示时钟只能往前拨，不能拨回过去。")
                .doesNotContain("??");
    }

    @Test
    void theBarHasItsStyle() {
        assertThat(pages.get().uri("/demo/demo.css"))
                .hasStatusOk()
                .hasContentTypeCompatibleWith("text/css")
                .bodyText()
                .contains(".demo-clock");
    }

    @Test
    void aJobThatBecomesDueRunsWithinSeconds() {
        var model = Bpmn.createExecutableProcess("timeMachineTest")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .endEvent()
                .done();
        repository
                .createDeployment()
                .addModelInstance("timeMachineTest.bpmn", model)
                .deploy();
        repository
                .updateProcessDefinitionSuspensionState()
                .byProcessDefinitionKey("timeMachineTest")
                .executionDate(Date.from(clock.instant().plus(Duration.ofDays(5))))
                .suspend();
        Awaitility.await()
                .during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(2))
                .until(() -> suspended() == 0);

        post("{\"advance\":\"P5DT1M\"}");

        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> suspended() == 1);
    }

    private long suspended() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("timeMachineTest")
                .suspended()
                .count();
    }

    private MvcTestResult press(String advance, String page) {
        return pages.post()
                .uri("/demo/clock")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .param("advance", advance)
                .param("page", page)
                .exchange();
    }

    private MvcTestResult post(String json) {
        return pages.post()
                .uri("/demo/clock")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }
}
