package org.chunfeng.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chunfeng.refund.RefundFixture.aSlip;
import static org.chunfeng.refund.RefundFixture.anApplication;
import static org.chunfeng.refund.RefundFixture.anApproval;
import static org.chunfeng.refund.RefundFixture.with;
import static org.chunfeng.refund.RefundFixture.without;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.chunfeng.ChunfengTest;
import org.chunfeng.TestClock;
import org.chunfeng.TestDesk;
import org.chunfeng.TestPeople;
import org.chunfeng.Visitor;
import org.chunfeng.system.Door;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Bad input at both doors of the engine: refused in Chinese, field by field, and nothing is written. */
@ChunfengTest
class RefundDoorsTest {

    private static final String COUNTY = "tengger";
    private static final String CLERK = "tengger.hallIntake";
    private static final String REVIEWER = "tengger.taxSource";
    private static final String APPROVER = "tengger.taxSource2";
    private static final String ISSUER = "tengger.revenueAccounting";
    private static final JsonMapper JSON = new JsonMapper();

    /** One thing that is wrong with an application, the field that is named and what is said of it. */
    private record Mistake(String field, Object value, String named, String said) {}

    private static final List<Mistake> MISTAKES = List.of(
            new Mistake("taxpayerName", "", "taxpayerName", "纳税人名称：必填。"),
            new Mistake("taxpayerId", "91152921FAKE00013", "taxpayerId", "应为18位，现为17位。"),
            new Mistake("taxpayerId", "91152921FAKE00013M", "taxpayerId", "校验位不符"),
            new Mistake("taxpayerIdOverride", "true", "taxpayerIdOverrideReason", "：必填。"),
            new Mistake("refundAmount", "1000.005", "refundAmount", "申请退税金额：金额最多两位小数（到分）。"),
            new Mistake("refundAmount", "-1.00", "refundAmount", "申请退税金额：金额不能为负数。"),
            new Mistake("refundAmount", "一千", "refundAmount", "申请退税金额：请填写数字金额"),
            new Mistake("refundAmount", "5000.01", "refundAmount", "申请退税金额：不能超过实缴金额 5000.00 元。"),
            new Mistake("periodTo", "2020-09-30", "periodTo", "所属期止：不能早于所属期起。"),
            new Mistake("periodTo", "2020-13-01", "periodTo", "所属期止：请填写有效日期"),
            new Mistake("accountName", "别家贸易有限公司", "accountName", "账户名称：与纳税人名称不一致"),
            new Mistake("approved", "true", "approved", "不接受字段“approved”。"),
            new Mistake("taxpayerName", Map.of("a", 1), "taxpayerName", "纳税人名称：只接受文字"));

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDesk desk;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private IdentityService identities;

    @BeforeEach
    void setTheClock() {
        clock.set("2026-09-07T10:00");
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @ParameterizedTest
    @EnumSource
    void everyMistakeOfAnApplicationIsNamedAndNothingIsWritten(Door door) {
        Visitor clerk = door.visitor(people, CLERK);
        CountyBooks before = books();

        for (Mistake mistake : MISTAKES) {
            var refused = start(door, clerk, with(anApplication(), mistake.field(), mistake.value()));

            assertThat(refused.statusCode()).as(mistake + refused.body()).isIn(400, 422);
            assertThat(refusals(refused))
                    .as(mistake.toString())
                    .hasEntrySatisfying(
                            mistake.named(), said -> assertThat(said).contains(mistake.said()));
        }
        assertThat(books()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void allMistakesAreNamedAtOnce(Door door) {
        Visitor clerk = door.visitor(people, CLERK);
        CountyBooks before = books();

        var empty = start(door, clerk, Map.of());
        var mixed = start(
                door,
                clerk,
                without(
                        with(anApplication(), "taxpayerId", "911", "refundAmount", "0.001"),
                        "bankName",
                        "contactPhone"));

        assertThat(refusals(empty))
                .containsKeys("matter", "taxpayerName", "taxpayerId", "refundReason", "voucherNo", "paidAmount");
        assertThat(refusals(mixed)).containsOnlyKeys("taxpayerId", "refundAmount", "bankName", "contactPhone");
        assertThat(books()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void aSecondRequestForPapersNeedsAReason(Door door) throws Exception {
        String number = desk.start(CLERK, "refund", with(anApplication(), "materialsPresent", "applicationForm"));
        Visitor clerk = door.visitor(people, CLERK);
        String task = claimed(door, clerk, CLERK, number, "supplementMaterials");
        CountyBooks before = books();

        var refused = submit(door, clerk, task, Map.of("materialsPresent", "identityPaper"));

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refusals(refused)).containsEntry("secondRequestReason", "再次要求补正的理由：必填。");
        assertThat(books()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void nobodyApprovesWhatHeReviewed(Door door) throws Exception {
        String number = desk.start(CLERK, "refund", anApplication());
        desk.complete(REVIEWER, number, "reviewRefund", anApproval());

        assertRefused(door, REVIEWER, number, "approveRefund", Map.of("approval", "APPROVE"), "审核人不能办理本环节");
    }

    @ParameterizedTest
    @EnumSource
    void nobodyIssuesASlipForWhatHeApprovedInAnotherDepartment(Door door) throws Exception {
        String number = desk.start(CLERK, "refund", anApplication());
        desk.complete(REVIEWER, number, "reviewRefund", anApproval());
        String moved = people.account("tengger.taxSource3");
        desk.complete(moved, number, "approveRefund", Map.of("approval", "APPROVE"));
        identities.createMembership(moved, "revenueAccounting");
        try {
            assertRefused(door, moved, number, "issueSlip", aSlip(), "审批人不能办理本环节");
        } finally {
            identities.deleteMembership(moved, "revenueAccounting");
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyChecksTheSlipThatHeIssued(Door door) throws Exception {
        String number = approved();
        desk.complete(ISSUER, number, "issueSlip", aSlip());

        assertRefused(door, ISSUER, number, "checkSlip", Map.of("slipRight", "true"), "开具人不能复核自己开具的退还书");
    }

    @ParameterizedTest
    @EnumSource
    void aTaskOfAnotherCountyIsOutOfReach(Door door) throws Exception {
        String number = desk.start(CLERK, "refund", anApplication());
        String task = desk.task(number, "reviewRefund").getId();
        Visitor stranger = door.visitor(people, "youqi.taxSource");
        CountyBooks before = books();

        var claim = stranger.post(door.path("/task/" + task + "/claim"), "{\"userId\":\"youqi.taxSource\"}");
        var refused = submit(door, stranger, task, anApproval());

        assertThat(List.of(claim.statusCode(), refused.statusCode())).containsOnly(403);
        assertThat(refused.body()).contains("您没有办理这件事的权限");
        assertThat(desk.task(number, "reviewRefund").getAssignee()).isNull();
        assertThat(books()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void aTaskThatAColleagueTookIsHis(Door door) throws Exception {
        String number = desk.start(CLERK, "refund", anApplication());
        String task = claimed(door, door.visitor(people, REVIEWER), REVIEWER, number, "reviewRefund");
        CountyBooks before = books();

        var refused = submit(door, door.visitor(people, APPROVER), task, anApproval());

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
        assertThat(refused.body()).contains("只有任务的办理人才能提交，请先认领任务。");
        assertThat(desk.task(number, "reviewRefund").getAssignee()).isEqualTo(REVIEWER);
        assertThat(books()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void theSameApplicationOpensOneCase(Door door) {
        Visitor clerk = door.visitor(people, CLERK);
        Map<String, Object> application = anApplication();
        assertThat(start(door, clerk, application).statusCode()).isEqualTo(200);
        CountyBooks before = books();

        var again = start(door, clerk, application);

        assertThat(again.statusCode()).as(again.body()).isEqualTo(400);
        assertThat(refusals(again))
                .hasEntrySatisfying("requestId", said -> assertThat(said).contains("该申请已经收件，受理编号 R-152999-2026-"));
        assertThat(books()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void theNeighbourWhoUsesAKnownNumberLearnsNothing(Door door) throws Exception {
        Map<String, Object> application = anApplication();
        String number = desk.start(CLERK, "refund", application);
        Map<String, Object> other = with(anApplication(), "requestId", application.get("requestId"));
        Visitor stranger = door.visitor(people, "youqi.hallIntake");

        var refused = List.of(
                start(door, stranger, other),
                start(door, stranger, "deregistration", Map.of("requestId", application.get("requestId"))),
                start(door, stranger, "overpayment", Map.of("requestId", application.get("requestId"))),
                people.withPassword("youqi.hallIntake").post("/api/refunds", JSON.writeValueAsString(other)),
                people.withPassword("youqi.hallIntake")
                        .post(
                                "/api/deregistrations",
                                JSON.writeValueAsString(Map.of("requestId", application.get("requestId")))));

        assertThat(refused).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("申请流水号：此编号已被使用，请换一个编号。").doesNotContain(number, "152999", "其他税务机关");
        });
    }

    @Test
    void theNumberOfARefundIsNotAnsweredAsADeregistration() throws Exception {
        Map<String, Object> application = anApplication();
        desk.start(CLERK, "refund", application);
        String other = JSON.writeValueAsString(Map.of("requestId", application.get("requestId")));

        var answer = people.withPassword(CLERK).post("/api/deregistrations", other);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("该申请已经收件，受理编号 R-152999-2026-");
    }

    @Test
    void theElectronicBureauThatSendsTwiceInTheSameMomentGetsOneCase() throws Exception {
        String application = JSON.writeValueAsString(anApplication());
        people.account(CLERK);
        long before = books().cases();

        List<HttpResponse<String>> answers = IntStream.range(0, 4)
                .mapToObj(sender -> CompletableFuture.supplyAsync(
                        () -> people.withPassword(CLERK).post("/api/refunds", application)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
        assertThat(answers.stream()
                        .map(answer ->
                                JSON.readTree(answer.body()).path("caseNumber").asString())
                        .distinct())
                .hasSize(1);
        assertThat(books().cases()).isEqualTo(before + 1);
    }

    private void assertRefused(
            Door door, String user, String number, String step, Map<String, Object> form, String sentence) {
        Visitor visitor = door.visitor(people, user);
        String task = claimed(door, visitor, user, number, step);
        CountyBooks before = books();

        var refused = submit(door, visitor, task, form);

        assertThat(refused.statusCode()).as(refused.body()).isBetween(400, 499);
        assertThat(refused.body()).contains(sentence);
        assertThat(books()).isEqualTo(before);
    }

    private String approved() throws Exception {
        String number = desk.start(CLERK, "refund", anApplication());
        desk.complete(REVIEWER, number, "reviewRefund", anApproval());
        desk.complete(APPROVER, number, "approveRefund", Map.of("approval", "APPROVE"));
        return number;
    }

    private String claimed(Door door, Visitor visitor, String user, String number, String step) {
        String task = desk.task(number, step).getId();
        var claim = visitor.post(door.path("/task/" + task + "/claim"), "{\"userId\":\"%s\"}".formatted(user));
        assertThat(claim.statusCode()).as(claim.body()).isEqualTo(204);
        return task;
    }

    private static HttpResponse<String> start(Door door, Visitor visitor, Map<String, Object> form) {
        return start(door, visitor, "refund", form);
    }

    private static HttpResponse<String> start(Door door, Visitor visitor, String process, Map<String, Object> form) {
        String route = door == Door.REST ? "/start" : "/submit-form";
        return visitor.post(door.path("/process-definition/key/" + process + route), variables(form));
    }

    private static HttpResponse<String> submit(Door door, Visitor visitor, String task, Map<String, Object> form) {
        String route = door == Door.REST ? "/complete" : "/submit-form";
        return visitor.post(door.path("/task/" + task + route), variables(form));
    }

    private static String variables(Map<String, Object> form) {
        return JSON.writeValueAsString(Map.of(
                "variables",
                form.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, field -> Map.of("value", field.getValue())))));
    }

    private static Map<String, String> refusals(HttpResponse<String> answer) {
        return JSON.readTree(answer.body())
                .path("refusals")
                .valueStream()
                .collect(Collectors.toMap(
                        refusal -> refusal.path("field").asString(),
                        refusal -> refusal.path("message").asString()));
    }

    private CountyBooks books() {
        return CountyBooks.of(jdbc, COUNTY);
    }
}
