package org.chunfeng.casepage;

import static org.assertj.core.api.Assertions.assertThat;

import org.chunfeng.ChunfengTest;
import org.chunfeng.TestDesk;
import org.chunfeng.TestPeople;
import org.chunfeng.overpayment.OverpaymentFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What forms ask the server. */
@ChunfengTest
class FormApiTest {

    private static final String CLERK = "zuoqi.hallIntake";

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDesk desk;

    @Test
    void aFormLearnsItsLabelsAndItsCodesInTheirOrder() {
        String form =
                people.signedIn(CLERK).get("/api/forms/refund/refundApplied").body();

        assertThat(form)
                .contains(
                        "\"label\":\"办理事项\"",
                        "\"name\":\"voucherNo\",\"kind\":\"text\",\"label\":\"税票号码\",\"repeats\":true")
                .containsSubsequence("误收多缴退税", "汇算清缴退税", "个人所得税汇算退税")
                .contains("\"required\":\"必填\"");
    }

    @Test
    void anUnknownStepHasNoForm() {
        var answer = people.signedIn(CLERK).get("/api/forms/refund/payYourself");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"type\":\"Refused\"");
    }

    @Test
    void whatIsTypedIsJudgedByTheRulesOfTheStep() {
        var answer = people.signedIn(CLERK)
                .post(
                        "/api/checks/refund/refundApplied",
                        "{\"values\":{\"matter\":\"EXPORT\",\"paidAmount\":\"1.005\"}}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"field\":\"paidAmount\"", "实缴金额：金额最多两位小数");
    }

    @Test
    void aTaskIsJudgedForTheOneWhoAsks() throws Exception {
        String caseNumber = desk.start(CLERK, "refund", CasePageFixture.anApplication());
        String taskId = desk.task(caseNumber, "reviewRefund").getId();
        String question = "{\"taskId\":\"%s\",\"values\":{\"proposal\":\"REFUSE\"}}".formatted(taskId);

        var reviewer = people.signedIn("zuoqi.taxSource").post("/api/checks/refund/reviewRefund", question);
        var wrongStep = people.signedIn("zuoqi.taxSource").post("/api/checks/refund/approveRefund", question);
        var stranger = people.signedIn("youqi.taxSource").post("/api/checks/refund/reviewRefund", question);

        assertThat(reviewer.body()).contains("\"field\":\"opinion\"");
        assertThat(wrongStep.statusCode()).isEqualTo(404);
        assertThat(stranger.statusCode()).isEqualTo(404);
    }

    @Test
    void aCaseOfAnotherCountyIsNotJudged() throws Exception {
        String caseNumber = desk.start(CLERK, "refund", CasePageFixture.anApplication());
        String question = "{\"caseNumber\":\"%s\",\"values\":{}}".formatted(caseNumber);

        var own = people.signedIn(CLERK).post("/api/checks/refund/refundWithdrawn", question);
        var stranger = people.signedIn("youqi.hallIntake").post("/api/checks/refund/refundWithdrawn", question);

        assertThat(own.body()).contains("\"field\":\"withdrawReason\"");
        assertThat(stranger.statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "refund/reviewRefund",
                "refund/refundWithdrawn",
                "opsTicket/handleTicket",
                "opsTicket/ticketWithdrawn",
                "deregistration/issueClearance",
                "audit/examineBreach"
            })
    void whatIsOnlyDoneToACaseIsNotJudgedWithoutOneOfItsKind(String step) throws Exception {
        String other = desk.start(CLERK, "overpayment", OverpaymentFixture.anOverpayment());

        var none = people.signedIn(CLERK).post("/api/checks/" + step, "{\"values\":{}}");
        var ofAnotherKind = people.signedIn(CLERK)
                .post("/api/checks/" + step, "{\"caseNumber\":\"%s\",\"values\":{}}".formatted(other));

        assertThat(none.statusCode()).as(none.body()).isEqualTo(400);
        assertThat(none.body()).contains("不能从这里开始或继续办理");
        assertThat(ofAnotherKind.statusCode()).as(ofAnotherKind.body()).isEqualTo(404);
    }

    @Test
    void theChecklistFollowsTheMatter() {
        String papers = people.signedIn(CLERK)
                .get("/api/materials?kind=REFUND&matter=IMMEDIATE_REFUND&taxpayerId=91152921FAKE00013N")
                .body();

        assertThat(papers)
                .contains("\"code\":\"qualificationProof\"", "\"demand\":\"EXEMPT\"")
                .doesNotContain("accountProof");
    }

    @Test
    void formsAndTheirScriptAreServedToWhoeverSignedIn() {
        var clerk = people.signedIn(CLERK);

        assertThat(clerk.get("/forms/refund/refundApplied.html").body()).contains("data-cf-step=\"refundApplied\"");
        assertThat(clerk.get("/forms/shared.js").headers().firstValue("Cache-Control"))
                .contains("no-cache");
        assertThat(people.nobody().get("/forms/shared.js").statusCode()).isNotEqualTo(200);
    }
}
