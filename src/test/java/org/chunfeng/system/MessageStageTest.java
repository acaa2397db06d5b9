package org.chunfeng.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.chunfeng.ChunfengTest;
import org.chunfeng.TestClock;
import org.chunfeng.TestDesk;
import org.chunfeng.TestPeople;
import org.chunfeng.Visitor;
import org.chunfeng.deregistration.DeregistrationFixture;
import org.chunfeng.opsticket.OpsTicketFixture;
import org.chunfeng.overpayment.OverpaymentFixture;
import org.chunfeng.refund.RefundFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every message of every model, and every address of ours that carries one, at every stage of a case. */
@ChunfengTest
class MessageStageTest {

    private static final String CLERK = "zuoqi.hallIntake";
    private static final String SOURCE = "zuoqi.taxSource";
    private static final String ACCOUNTANT = "zuoqi.revenueAccounting";
    private static final String LEADER = "zuoqi.leaderOnDuty";
    private static final String OPS = "alxa.ops";

    /** What begins a case listens always. */
    private static final Set<String> BEGINNINGS = Set.of(
            "refundFiled",
            "deregistrationFiled",
            "overpaymentFound",
            "overpaymentImported",
            "breachReported",
            "supervisionDue");

    private static final List<String> ADDRESSES = List.of(
            "/api/refunds/%s/withdrawal",
            "/api/refunds/%s/expedite",
            "/api/deregistrations/%s/withdrawal",
            "/api/tickets/%s/withdrawal",
            "/api/cases/%s/suspension");

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDesk desk;

    @Autowired
    private TestClock clock;

    @Autowired
    private RepositoryService models;

    @BeforeEach
    void setTheClock() {
        clock.set("2021-03-10T10:00");
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @ParameterizedTest(name = "{0}: {1} steps done")
    @CsvSource(
            nullValues = "-",
            value = {
                "refund,         0, refundWithdrawn expediteRequested suspensionRequested",
                "refund,         1, refundWithdrawn expediteRequested suspensionRequested",
                "refund,         2, refundWithdrawn expediteRequested suspensionRequested",
                "refund,         3, refundWithdrawn expediteRequested suspensionRequested",
                "refund,         4, refundWithdrawn expediteRequested suspensionRequested treasuryAnswered",
                "refund,         5, refundWithdrawn expediteRequested suspensionRequested treasuryAnswered",
                "refund,         6, -",
                "deregistration, 0, deregistrationWithdrawn overpaymentCleared suspensionRequested",
                "deregistration, 1, deregistrationWithdrawn overpaymentCleared suspensionRequested",
                "deregistration, 2, deregistrationWithdrawn overpaymentCleared suspensionRequested",
                "deregistration, 3, deregistrationWithdrawn overpaymentCleared suspensionRequested",
                "deregistration, 4, -",
                "overpayment,    0, -",
                "overpayment,    1, overpaymentRecheckRequested",
                "opsTicket,      0, ticketWithdrawn",
                "opsTicket,      1, ticketWithdrawn",
                "opsTicket,      2, ticketWithdrawn",
                "opsTicket,      3, -"
            })
    void everyMessageIsTakenOrRefusedInChinese(String process, int done, String awaited) throws Exception {
        String number = caseAt(process, done);
        List<String> standsAt = desk.openSteps(number);
        Set<String> waiting = awaited == null ? Set.of() : Set.of(awaited.split(" "));
        Visitor visitor = people.withPassword(CLERK);

        for (String message : messages()) {
            String body = "{\"messageName\":\"%s\",\"businessKey\":\"%s\"}".formatted(message, number);
            HttpResponse<String> answer = visitor.post("/engine-rest/message", body);

            assertRefused(message, answer);
            boolean nobodyListens = !waiting.contains(message) && !BEGINNINGS.contains(message);
            assertThat(answer.statusCode() == 409).as(message + answer.body()).isEqualTo(nobodyListens);
        }
        for (String address : ADDRESSES) {
            assertRefused(address, visitor.post(address.formatted(number), "{}"));
        }
        assertThat(desk.openSteps(number)).isEqualTo(standsAt);
    }

    @Test
    void whoseCaseItIsAndWhetherThereIsOneIsNotToldByTheAnswer() throws Exception {
        String number = caseAt("refund", 0);
        Visitor stranger = people.withPassword("youqi.hallIntake");
        String message = "{\"messageName\":\"refundWithdrawn\",\"businessKey\":\"%s\"}";

        HttpResponse<String> theirs = stranger.post("/engine-rest/message", message.formatted(number));
        HttpResponse<String> nobodys = stranger.post("/engine-rest/message", message.formatted("R-152922-2021-999999"));

        assertThat(theirs.statusCode()).isEqualTo(409);
        assertThat(theirs.body()).contains("该案件现在不接受此项操作").isEqualTo(nobodys.body());
    }

    @Test
    void nobodySendsAMessageToAllCasesAtOnce() throws Exception {
        List<String> numbers = List.of(caseAt("refund", 0), caseAt("refund", 0));

        HttpResponse<String> answer = people.withPassword(CLERK)
                .post(
                        "/engine-rest/message",
                        "{\"messageName\":\"refundWithdrawn\",\"all\":true,\"processVariables\":{\"withdrawReason\":{\"value\":\"误发\"}}}");

        assertRefused("all", answer);
        assertThat(numbers)
                .allSatisfy(number -> assertThat(desk.openSteps(number)).containsExactly("reviewRefund"));
    }

    private static void assertRefused(String what, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(what + answer.body()).isIn(400, 403, 404, 409);
        assertThat(answer.body())
                .as(what)
                .contains("\"type\":\"Refused\"")
                .matches("(?s).*\"message\":\"[^\"]*\\p{IsHan}.*");
    }

    private Set<String> messages() {
        Set<String> messages = models.createProcessDefinitionQuery().latestVersion().list().stream()
                .flatMap(model ->
                        models.getBpmnModelInstance(model.getId()).getModelElementsByType(Message.class).stream())
                .map(Message::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(messages).containsAll(BEGINNINGS).hasSizeGreaterThan(12);
        return messages;
    }

    private String caseAt(String process, int done) throws Exception {
        String number = desk.start(CLERK, process, begun(process));
        for (Work work : works(process).limit(done).toList()) {
            work.on(number);
        }
        return number;
    }

    private static Map<String, Object> begun(String process) {
        return switch (process) {
            case "refund" -> RefundFixture.anApplication();
            case "deregistration" ->
                DeregistrationFixture.with(DeregistrationFixture.aSmallFirm(), "deviceCleared", "FALSE");
            case "opsTicket" -> OpsTicketFixture.aTicket();
            default -> OverpaymentFixture.anOverpayment();
        };
    }

    private Stream<Work> works(String process) {
        return switch (process) {
            case "refund" ->
                Stream.of(
                        step(SOURCE, "reviewRefund", RefundFixture.anApproval()),
                        step(SOURCE + "2", "approveRefund", Map.of("approval", "APPROVE")),
                        step(ACCOUNTANT, "issueSlip", RefundFixture.aSlip()),
                        number -> {
                            desk.complete(ACCOUNTANT + "2", number, "checkSlip", Map.of("slipRight", "true"));
                            desk.fireDueJobs(number);
                        },
                        number -> desk.send(ACCOUNTANT, "treasuryAnswered", number, Map.of("answer", "PAID")),
                        number -> desk.send(ACCOUNTANT, "treasuryAnswered", number, Map.of("answer", "WRITTEN_OFF")));
            case "deregistration" ->
                Stream.of(
                        step(
                                CLERK,
                                "settleOpenItems",
                                Map.of("itemsSettled", "DEVICE_CLEARED", "settlementNote", "已注销")),
                        step(SOURCE, "reviewDeregistration", DeregistrationFixture.aPass()),
                        step(LEADER, "approveDeregistration", Map.of("approval", "APPROVE")),
                        step(CLERK, "issueClearance", Map.of("deliveredBy", "COUNTER", "receivedBy", "巴特尔")));
            case "opsTicket" ->
                Stream.of(
                        step(OPS, "handleTicket", OpsTicketFixture.aReport("2021-03-10")),
                        step(OPS, "awaitRegion", Map.of("regionAnswer", "已修复")),
                        step(CLERK, "confirmSolution", Map.of("solvedConfirmed", "true")));
            default -> Stream.of(step(SOURCE, "classifyOverpayment", OverpaymentFixture.unclearable("2021-06-15")));
        };
    }

    private Work step(String user, String step, Map<String, Object> form) {
        return number -> desk.complete(user, number, step, form);
    }

    @FunctionalInterface
    private interface Work {
        void on(String caseNumber) throws Exception;
    }
}
