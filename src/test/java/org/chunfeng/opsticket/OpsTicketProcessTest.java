package org.chunfeng.opsticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chunfeng.opsticket.OpsTicketFixture.aReport;
import static org.chunfeng.opsticket.OpsTicketFixture.aSolution;
import static org.chunfeng.opsticket.OpsTicketFixture.aTicket;
import static org.chunfeng.opsticket.OpsTicketFixture.aTicketWith;

import java.util.List;
import java.util.Map;
import org.chunfeng.ChunfengTest;
import org.chunfeng.TestClock;
import org.chunfeng.TestDesk;
import org.chunfeng.TestPeople;
import org.chunfeng.audit.LadderRun;
import org.chunfeng.casefile.CaseEvents;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.casefile.CaseStatus;
import org.chunfeng.refund.RefundFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way through opsTicket.bpmn; the ticket comes in on Wednesday 2021-03-10 at 10:00 and is due on Thursday at 18:00. */
@ChunfengTest
class OpsTicketProcessTest {

    private static final String CLERK = "zuoqi.hallIntake";
    private static final String OPS = "alxa.ops";
    private static final Map<String, Object> ANSWERED = Map.of("regionAnswer", "区局已修复接口");
    private static final Map<String, Object> SOLVED = Map.of("solvedConfirmed", "true");
    private static final Map<String, Object> NOT_SOLVED = Map.of("solvedConfirmed", "false", "stillWrong", "仍报错 504");

    @Autowired
    private TestDesk desk;

    @Autowired
    private TestPeople people;

    @Autowired
    private TestClock clock;

    @Autowired
    private LadderRun ladder;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private CaseEvents events;

    @Autowired
    private OpsTickets tickets;

    @Autowired
    private JdbcClient jdbc;

    private String ticket = "";

    @BeforeEach
    void reportATicket() throws Exception {
        clock.set("2021-03-10T10:00");
        ticket = desk.start(CLERK, "opsTicket", aTicket());
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void aTicketStandsInTheNameOfItsBureauAndOperationsAreTold() {
        CaseFile file = cases.get(ticket);

        assertThat(ticket).matches("T-152921-2021-\\d{6}");
        assertThat(file.status()).isEqualTo(CaseStatus.HANDLING);
        assertThat(file.bureau()).isEqualTo("zuoqi");
        assertThat(file.matter()).isEqualTo("TRANSMISSION");
        assertThat(file.taxpayerId()).isEqualTo("152921");
        assertThat(desk.openSteps(ticket)).containsExactly("handleTicket");
        assertThat(dueDates("handleTicket")).containsExactly("2021-03-11 18:00");
        assertThat(told("HAND_OVER", "handleTicket")).containsExactly("ops@alxa");
    }

    @Test
    void whatIsSolvedIsConfirmedByTheFrontDesk() throws Exception {
        desk.complete(OPS, ticket, "handleTicket", aSolution());

        assertThat(desk.openSteps(ticket)).containsExactly("confirmSolution");
        assertThat(told("HAND_OVER", "confirmSolution")).containsExactly("hallIntake@zuoqi");
        assertThat(bodies("HAND_OVER")).anyMatch(body -> body.contains("重启前置机"));
        desk.complete(CLERK, ticket, "confirmSolution", SOLVED);
        assertThat(desk.isRunning(ticket)).isFalse();
        assertThat(cases.get(ticket).outcome()).isEqualTo("SOLVED");
        assertThat(actions()).containsExactly("FILED", "SOLVED", "SOLUTION_CONFIRMED");
    }

    @Test
    void whatIsReportedWaitsForTheRegionAndThenForTheFrontDesk() throws Exception {
        desk.complete(OPS, ticket, "handleTicket", aReport("2021-03-10"));

        assertThat(desk.openSteps(ticket)).containsExactly("awaitRegion");
        assertThat(told("TICKET", "")).containsExactly("hallIntake@zuoqi");
        assertThat(bodies("TICKET"))
                .singleElement()
                .satisfies(body -> assertThat(body).contains("已上报区局：阿税运〔2021〕7号 · 2021-03-10"));
        desk.complete(OPS, ticket, "awaitRegion", ANSWERED);
        assertThat(desk.openSteps(ticket)).containsExactly("confirmSolution");
        assertThat(tickets.get(ticket).regionAnswer()).isEqualTo("区局已修复接口");
        desk.complete(CLERK, ticket, "confirmSolution", SOLVED);
        assertThat(cases.get(ticket).outcome()).isEqualTo("SOLVED");
        assertThat(actions()).containsExactly("FILED", "REPORTED", "REGION_ANSWERED", "SOLUTION_CONFIRMED");
    }

    @Test
    void whatIsNotSolvedGoesBackAndGainsNoDay() throws Exception {
        desk.complete(OPS, ticket, "handleTicket", aSolution());
        clock.set("2021-03-12T09:30");
        desk.complete(CLERK, ticket, "confirmSolution", NOT_SOLVED);

        assertThat(desk.openSteps(ticket)).containsExactly("handleTicket");
        assertThat(dueDates("handleTicket")).containsExactly("2021-03-11 18:00", "2021-03-11 18:00");
        assertThat(tickets.get(ticket).handlings()).isEqualTo(2);
        assertThat(tickets.get(ticket).outcome()).isNull();
        assertThat(told("HAND_OVER", "handleTicket")).containsExactly("ops@alxa", "ops@alxa");
        assertThat(bodies("HAND_OVER")).anyMatch(body -> body.contains("仍报错 504"));
        desk.complete(OPS, ticket, "handleTicket", aReport("2021-03-12"));
        assertThat(desk.openSteps(ticket)).containsExactly("awaitRegion");
        assertThat(breaches()).as("the day was over").isOne();
    }

    @Test
    void beforeItIsDueOperationsAreReminded() {
        clock.set("2021-03-11T08:59");
        fireTimers();
        assertThat(told("WARNING", "handleTicket")).isEmpty();
        clock.set("2021-03-11T09:00");
        fireTimers();
        fireTimers();

        assertThat(told("WARNING", "handleTicket")).containsExactly("ops@alxa");
        assertThat(breaches()).isZero();
    }

    @Test
    void whatIsLateIsBreachedGoesToLevyAdministrationFirstAndThenToAudit() throws Exception {
        clock.set("2021-03-11T17:59");
        fireTimers();
        assertThat(breaches()).isZero();
        clock.set("2021-03-11T18:00");
        fireTimers();

        String audit = auditCase();
        assertThat(breaches()).isOne();
        assertThat(desk.openSteps(audit)).containsExactly("examineBreach", "explainDelay", "referBreach");
        assertThat(told("ESCALATION", "handleTicket")).containsExactlyInAnyOrder("ops@alxa", "leaderOnDuty@zuoqi");
        clock.set("2021-03-12T09:00");
        ladder.run();
        assertThat(told("ESCALATION", "handleTicket"))
                .contains("levyAdmin@alxa")
                .doesNotContain("audit@alxa");
        clock.set("2021-03-12T18:00");
        ladder.run();
        assertThat(told("ESCALATION", "handleTicket")).contains("audit@alxa");
        desk.complete(OPS, audit, "explainDelay", Map.of("cause", "SYSTEM_FAULT", "explanation", "前置机硬件故障，备件次日到货"));
        assertThat(desk.openSteps(ticket)).containsExactly("handleTicket");
        desk.complete(OPS, ticket, "handleTicket", aSolution());
        assertThat(desk.openSteps(ticket)).containsExactly("confirmSolution");
    }

    @Test
    void whatIsDoneInTimeNeitherWarnsNorBreaches() throws Exception {
        desk.complete(OPS, ticket, "handleTicket", aSolution());
        clock.set("2021-03-11T18:00");
        fireTimers();
        ladder.run();

        assertThat(told("WARNING", "handleTicket")).isEmpty();
        assertThat(breaches()).isZero();
    }

    @Test
    void whoeverKeepsATicketWaitingIsRemindedButNotCalledToAccount() throws Exception {
        desk.complete(OPS, ticket, "handleTicket", aReport("2021-03-10"));
        clock.set("2021-03-16T09:00");
        fireTimers();
        assertThat(told("WARNING", "awaitRegion")).containsExactly("ops@alxa");
        clock.set("2021-03-17T18:00");
        fireTimers();
        assertThat(told("ESCALATION", "awaitRegion")).containsExactly("ops@alxa");
        desk.complete(OPS, ticket, "awaitRegion", ANSWERED);
        clock.set("2021-03-19T18:00");
        fireTimers();

        assertThat(told("WARNING", "confirmSolution")).containsExactly("hallIntake@zuoqi");
        assertThat(told("ESCALATION", "confirmSolution")).containsExactly("hallIntake@zuoqi");
        assertThat(breaches()).isZero();
    }

    @Test
    void theBureauWithdrawsItWhereverItIs() throws Exception {
        String reported = desk.start(CLERK, "opsTicket", aTicket());
        desk.complete(OPS, reported, "handleTicket", aReport("2021-03-10"));
        String solved = desk.start(CLERK, "opsTicket", aTicket());
        desk.complete(OPS, solved, "handleTicket", aSolution());

        for (String each : List.of(ticket, reported, solved)) {
            desk.send("zuoqi.leaderOnDuty", "ticketWithdrawn", each, Map.of("withdrawReason", "已自行恢复"));
            assertThat(desk.isRunning(each)).isFalse();
            assertThat(cases.get(each).outcome()).isEqualTo("WITHDRAWN");
        }
        assertThat(told("TICKET", "")).containsExactly("ops@alxa");
        assertThat(openClocks()).isZero();
    }

    @Test
    void theLinkedCaseGoesOnAsIfNothingHadHappened() throws Exception {
        String refund = desk.start(CLERK, "refund", RefundFixture.anApplication());
        List<String> clocks = clocksOf(refund);

        String linked = desk.start(CLERK, "opsTicket", aTicketWith("relatedCase", refund));

        assertThat(cases.get(linked).relatedCase()).isEqualTo(refund);
        assertThat(cases.get(linked).taxpayerName()).isEqualTo("阿拉善左旗税务局");
        assertThat(clocksOf(refund)).isNotEmpty().isEqualTo(clocks);
        assertThat(desk.openSteps(refund)).containsExactly("reviewRefund");
    }

    /** Operations see technical data only: holding the ticket opens nothing of the case that it is about. */
    @Test
    void holdingTheTicketShowsOperationsNoMoreOfTheLinkedCase() throws Exception {
        String refund = desk.start(CLERK, "refund", RefundFixture.anApplication());
        String account = RefundFixture.anApplication().get("accountNo").toString();
        String before = people.signedIn(OPS).get("/api/cases/" + refund).body();

        String linked = desk.start(CLERK, "opsTicket", aTicketWith("relatedCase", refund));
        desk.claim(OPS, desk.task(linked, "handleTicket").getId());
        String after = people.signedIn(OPS).get("/api/cases/" + refund).body();

        assertThat(before).contains("\"masked\":true").doesNotContain(account);
        assertThat(after.replace("\"" + linked + "\"", "")).isEqualTo(before);
    }

    private void fireTimers() {
        desk.fireDueJobs(ticket);
    }

    private List<String> told(String kind, String step) {
        return jdbc.sql(
                        "select recipient || '@' || recipient_bureau from notice where case_number = ? and kind = ? and step = ? order by notice_id")
                .params(ticket, kind, step)
                .query(String.class)
                .list();
    }

    private List<String> bodies(String kind) {
        return jdbc.sql("select body from notice where case_number = ? and kind = ?")
                .params(ticket, kind)
                .query(String.class)
                .list();
    }

    private List<String> dueDates(String step) {
        return jdbc.sql(
                        "select to_char(due_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') from clock where case_number = ? and step = ? order by clock_id")
                .params(ticket, step)
                .query(String.class)
                .list();
    }

    private List<String> clocksOf(String caseNumber) {
        return jdbc.sql(
                        "select concat_ws(' ', step, started_at, due_at, stopped_at) from clock where case_number = ? order by clock_id")
                .param(caseNumber)
                .query(String.class)
                .list();
    }

    private long openClocks() {
        return jdbc.sql("select count(*) from clock where case_number = ? and stopped_at is null")
                .param(ticket)
                .query(Long.class)
                .single();
    }

    private long breaches() {
        return jdbc.sql("select count(*) from breach where case_number = ?")
                .param(ticket)
                .query(Long.class)
                .single();
    }

    private String auditCase() {
        return jdbc.sql("select case_number from audit_case where late_case = ?")
                .param(ticket)
                .query(String.class)
                .single();
    }

    private List<String> actions() {
        return events.of(ticket).stream().map(event -> event.action()).toList();
    }
}
