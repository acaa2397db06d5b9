package org.chunfeng.opsticket;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.chunfeng.opsticket.OpsTicketFixture.aReport;
import static org.chunfeng.opsticket.OpsTicketFixture.aSolution;
import static org.chunfeng.opsticket.OpsTicketFixture.aTicket;
import static org.chunfeng.opsticket.OpsTicketFixture.aTicketWith;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chunfeng.ChunfengTest;
import org.chunfeng.TestClock;
import org.chunfeng.TestDesk;
import org.chunfeng.TestPeople;
import org.chunfeng.refund.RefundFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What comes in wrong, or from those whose ticket it is not: one clear answer, and nothing has changed. */
@ChunfengTest
class OpsTicketDoorsTest {

    private static final String CLERK = "zuoqi.hallIntake";
    private static final String OPS = "alxa.ops";

    @Autowired
    private TestDesk desk;

    @Autowired
    private TestPeople people;

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

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource({
        "faultySystem, '',        出问题的系统：必填。",
        "faultySystem, PRINTER,   出问题的系统：“PRINTER”不在可选范围内。",
        "matter,       '',        办理事项：必填。",
        "matter,       EXPORT,    办理事项：“EXPORT”不在可选范围内。",
        "problem,      '',        问题描述：必填。",
        "problem,      LONG,      问题描述：最多500个字。",
        "relatedCase,  R-1,       关联案件：本局没有受理编号为R-1的退税、注销或多缴案件",
        "relatedCase,  FOREIGN,   关联案件：本局没有受理编号为",
        "relatedCase,  TICKET,    关联案件：本局没有受理编号为",
        "relatedCase,  CLOSED,    已办结，不能再就它报运维。",
        "solution,     已解决,     不接受字段“solution”。",
    })
    void aWrongReportIsRefused(String field, String value, String said) throws Exception {
        Map<String, Object> ticket = aTicketWith(field, meant(value));
        long before = tickets();

        HttpResponse<String> answer = people.withPassword(CLERK)
                .post("/engine-rest/process-definition/key/opsTicket/submit-form", variables(ticket));

        assertRefused(answer, said);
        assertThat(tickets()).isEqualTo(before);
    }

    @Test
    void whoseCaseItIsIsNotToldByTheAnswer() throws Exception {
        String foreign = meant("FOREIGN");
        String nobodys = "R-152922-2021-999999";
        String start = "/engine-rest/process-definition/key/opsTicket/submit-form";

        String theirs = people.withPassword(CLERK)
                .post(start, variables(aTicketWith("relatedCase", foreign)))
                .body();
        String none = people.withPassword(CLERK)
                .post(start, variables(aTicketWith("relatedCase", nobodys)))
                .body();

        assertThat(theirs.replace(foreign, nobodys)).isEqualTo(none);
    }

    @ParameterizedTest(name = "{0}, {1} = {2}: {3}")
    @CsvSource({
        "SOLVED,   ticketOutcome,   '',         办理结果：必填。",
        "SOLVED,   ticketOutcome,   TRIED,      办理结果：“TRIED”不在可选范围内。",
        "SOLVED,   solution,        '',         处理结果：必填。",
        "SOLVED,   solution,        LONG,       处理结果：最多500个字。",
        "REPORTED, regionReference, '',         上报文号（编号）：必填。",
        "REPORTED, regionReference, LONG,       上报文号（编号）：最多60个字。",
        "REPORTED, reportedOn,      '',         上报日期：必填。",
        "REPORTED, reportedOn,      昨天,        上报日期：请填写有效日期",
        "REPORTED, reportedOn,      2021-03-11, 上报日期：不能晚于今天。",
        "REPORTED, reportedOn,      2021-03-09, 上报日期：不能早于报运维之日（2021-03-10）。",
    })
    void aWrongHandlingIsRefused(String outcome, String field, String value, String said) throws Exception {
        String ticket = desk.start(CLERK, "opsTicket", aTicket());
        var handling = new HashMap<>(outcome.equals("SOLVED") ? aSolution() : aReport("2021-03-10"));
        handling.put(field, meant(value));

        assertRefused(complete(OPS, ticket, "handleTicket", handling), said);
        assertThat(desk.openSteps(ticket)).containsExactly("handleTicket");
        assertThat(happened(ticket)).isOne();
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource({
        "solvedConfirmed, '',    问题是否已解决：必填。",
        "solvedConfirmed, 也许,   问题是否已解决：只能选“是”或“否”。",
        "stillWrong,      '',    仍存在的问题：必填。",
        "stillWrong,      LONG,  仍存在的问题：最多500个字。",
    })
    void aWrongConfirmationIsRefused(String field, String value, String said) throws Exception {
        String ticket = desk.start(CLERK, "opsTicket", aTicket());
        desk.complete(OPS, ticket, "handleTicket", aSolution());
        var confirmation = new HashMap<String, Object>(Map.of("solvedConfirmed", "false", "stillWrong", "仍报错"));
        confirmation.put(field, meant(value));

        assertRefused(complete(CLERK, ticket, "confirmSolution", confirmation), said);
        assertThat(desk.openSteps(ticket)).containsExactly("confirmSolution");
        assertThat(happened(ticket)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"'', 区局答复：必填。", "LONG, 区局答复：最多500个字。"})
    void aWrongAnswerOfTheRegionIsRefused(String value, String said) throws Exception {
        String ticket = desk.start(CLERK, "opsTicket", aTicket());
        desk.complete(OPS, ticket, "handleTicket", aReport("2021-03-10"));

        assertRefused(complete(OPS, ticket, "awaitRegion", Map.of("regionAnswer", meant(value))), said);
        assertThat(desk.openSteps(ticket)).containsExactly("awaitRegion");
    }

    @ParameterizedTest
    @CsvSource({
        "zuoqi.hallIntake,  400, 撤回理由：必填。,             ''",
        "zuoqi.hallIntake,  400, 撤回理由：最多500个字。,       LONG",
        "youqi.hallIntake,  404, 没有找到案件,                 不用了",
        "zuoqi.taxSource,   403, '',                          不用了",
        "alxa.ops,          403, '',                          不用了",
    })
    void aWrongWithdrawalIsRefused(String user, int status, String said, String reason) throws Exception {
        String ticket = desk.start(CLERK, "opsTicket", aTicket());

        HttpResponse<String> answer = people.withPassword(user)
                .post("/api/tickets/%s/withdrawal".formatted(ticket), json(Map.of("withdrawReason", meant(reason))));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(said).matches("(?s).*\"message\":\"[^\"]*\\p{IsHan}.*");
        assertThat(desk.openSteps(ticket)).containsExactly("handleTicket");
    }

    @Test
    void itsOwnDeskWithdrawsATicketOnceFromTheCasePage() throws Exception {
        String ticket = desk.start(CLERK, "opsTicket", aTicket());
        String address = "/api/tickets/%s/withdrawal".formatted(ticket);
        String reason = json(Map.of("withdrawReason", "已自行恢复"));

        assertThat(people.signedIn(CLERK).page("/cases/" + ticket).body()).contains("data-ask=\"withdrawal\"");
        assertThat(people.withPassword(CLERK).post(address, reason).statusCode())
                .isEqualTo(200);
        HttpResponse<String> again = people.withPassword(CLERK).post(address, reason);

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("案件 %s 已办结。".formatted(ticket));
        assertThat(desk.isRunning(ticket)).isFalse();
    }

    @Test
    void theSameReportSentTwiceOpensOneTicket() throws Exception {
        Map<String, Object> report = aTicketWith("requestId", "ticket-doors-1");
        String first = desk.start(CLERK, "opsTicket", report);
        long before = tickets();

        HttpResponse<String> again = people.withPassword(CLERK)
                .post("/engine-rest/process-definition/key/opsTicket/submit-form", variables(report));

        assertRefused(again, "受理编号 " + first);
        assertThat(tickets()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"zuoqi.taxSource", "zuoqi.leaderOnDuty", "alxa.ops", "alxa.levyAdmin"})
    void onlyTheFrontDeskReports(String user) {
        HttpResponse<String> answer = people.withPassword(user)
                .post("/engine-rest/process-definition/key/opsTicket/submit-form", variables(aTicket()));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
    }

    @Test
    void operationsHandleAllCountiesAndNoCountyHandlesAnything() throws Exception {
        String left = desk.start(CLERK, "opsTicket", aTicket());
        String right = desk.start("youqi.hallIntake", "opsTicket", aTicket());

        for (String ticket : List.of(left, right)) {
            assertThat(seen(OPS, ticket)).isOne();
            assertThat(seen("alxa.ops2", ticket)).isOne();
            assertThat(seen(CLERK, ticket)).isZero();
            assertThat(seen("zuoqi.ops", ticket)).isEqualTo(ticket.equals(left) ? 1 : 0);
        }
        desk.complete(OPS, left, "handleTicket", aSolution());
        assertThat(seen(CLERK, left)).isOne();
        assertThat(seen("youqi.hallIntake", left)).isZero();
    }

    @Test
    void itsPageSaysWhatItIsAboutAndNamesNoTaxpayer() throws Exception {
        String refund = desk.start(CLERK, "refund", RefundFixture.anApplication());
        String ticket = desk.start(CLERK, "opsTicket", aTicketWith("relatedCase", refund));

        String page = people.signedIn(OPS).page("/cases/" + ticket).body();

        assertThat(page)
                .contains("财税库银联网系统", "退库信息传输处理", "报错 504", refund, "立案时间", "处理工单")
                .doesNotContain(
                        RefundFixture.anApplication().get("taxpayerName").toString())
                .doesNotContain("<dt>纳税人</dt>", "data-ask=", "申请时间");
        assertThat(people.signedIn(CLERK).page("/cases?kind=OPS_TICKET").body()).contains(ticket);
        assertThat(people.signedIn("youqi.hallIntake")
                        .page("/cases?kind=OPS_TICKET")
                        .body())
                .doesNotContain(ticket);
        assertThat(people.signedIn("youqi.hallIntake").page("/cases/" + ticket).statusCode())
                .isEqualTo(404);
        assertThat(people.signedIn(CLERK)
                        .page("/cases/%s/receipt".formatted(ticket))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theFormSaysThatTheClockOfTheCaseRunsOn() {
        String answer = people.signedIn(CLERK)
                .post("/api/checks/opsTicket/ticketReported", "{\"values\":{}}")
                .body();

        assertThat(answer).contains("该案件的办理时限照常计算，不中止", "不要写纳税人的证件号");
    }

    private String meant(String value) throws Exception {
        return switch (value) {
            case "LONG" -> "长".repeat(501);
            case "FOREIGN" -> desk.start("youqi.hallIntake", "refund", RefundFixture.anApplication());
            case "TICKET" -> desk.start(CLERK, "opsTicket", aTicket());
            case "CLOSED" -> {
                String refund = desk.start(CLERK, "refund", RefundFixture.anApplication());
                desk.send(CLERK, "refundWithdrawn", refund, Map.of("withdrawReason", "纳税人撤回"));
                yield refund;
            }
            default -> value;
        };
    }

    private HttpResponse<String> complete(String user, String ticket, String step, Map<String, Object> form)
            throws Exception {
        String task = desk.task(ticket, step).getId();
        desk.claim(user, task);
        return people.withPassword(user).post("/engine-rest/task/%s/submit-form".formatted(task), variables(form));
    }

    private static void assertRefused(HttpResponse<String> answer, String said) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"type\":\"Refused\"", said);
    }

    private long tickets() {
        return jdbc.sql("select count(*) from case_file where kind = 'OPS_TICKET'")
                .query(Long.class)
                .single();
    }

    private long happened(String ticket) {
        return jdbc.sql("select count(*) from case_event where case_number = ?")
                .param(ticket)
                .query(Long.class)
                .single();
    }

    private long seen(String user, String ticket) {
        String found = people.withPassword(user)
                .get("/engine-rest/task?processInstanceBusinessKey=" + ticket)
                .body();
        return found.split("\"taskDefinitionKey\"", -1).length - 1;
    }

    private static String variables(Map<String, Object> form) {
        return form.entrySet().stream()
                .map(one -> "\"%s\":{\"value\":\"%s\"}".formatted(one.getKey(), one.getValue()))
                .collect(joining(",", "{\"variables\":{", "}}"));
    }

    private static String json(Map<String, Object> form) {
        return form.entrySet().stream()
                .map(one -> "\"%s\":\"%s\"".formatted(one.getKey(), one.getValue()))
                .collect(joining(",", "{", "}"));
    }
}
