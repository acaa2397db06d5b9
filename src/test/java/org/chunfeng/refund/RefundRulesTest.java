package org.chunfeng.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chunfeng.refund.RefundFixture.anApplication;
import static org.chunfeng.refund.RefundFixture.with;
import static org.chunfeng.refund.RefundFixture.without;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chunfeng.ChunfengTest;
import org.chunfeng.TestDesk;
import org.chunfeng.engine.Actor;
import org.chunfeng.engine.Checks;
import org.chunfeng.engine.Refusal;
import org.chunfeng.engine.Submission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What an application and a review may say, field by field. */
@ChunfengTest
class RefundRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    @Autowired
    private Checks checks;

    @Autowired
    private TestDesk desk;

    @Test
    void aValidApplicationIsNotRefused() {
        assertThat(check(anApplication())).isEmpty();
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
            matter           | WINDFALL            | 不在可选范围内
            applicantRole    | FRIEND              | 不在可选范围内
            taxpayerId       | 91152921FAKE0001    | 应为18位
            taxpayerId       | 91152921FAKE0001SN  | 含有不允许的字符
            taxpayerId       | 91152921FAKE00013M  | 校验位不符
            contactPhone     | 报警                | 请填写5至30位的电话号码
            appliedOn        | 2026-11-27          | 不能晚于今天
            appliedOn        | 2026-02-30          | 请填写有效日期
            periodFrom       | 2027-01-01          | 不能晚于今天
            periodTo         | 2020-09-30          | 不能早于所属期起
            paidAmount       | 5000.001            | 最多两位小数
            paidAmount       | -5000.00            | 不能为负数
            paidAmount       | 五千                | 请填写数字金额
            refundAmount     | 0.00                | 至少 0.01 元
            refundAmount     | 5000.01             | 不能超过实缴金额 5000.00 元
            accountName      | 别家公司            | 与纳税人名称不一致
            accountNo        | 62-28               | 请填写6至30位数字
            materialsPresent | inventedPaper       | 资料清单中没有
            materialsOnFile  | errorProof          | 没有在档
            documents        | 00000000-0000-0000-0000-000000000000 | 只能附上本人上传的文件
            """)
    void oneWrongFieldIsNamedWithItsSentence(String field, String value, String sentence) {
        List<Refusal> refusals = check(with(anApplication(), field, value));

        assertThat(refusals).anySatisfy(refusal -> {
            assertThat(refusal.field()).isEqualTo(field);
            assertThat(refusal.message()).contains(sentence);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "matter", "applicantRole", "taxpayerName", "taxpayerId", "contactName", "contactPhone", "refundReason",
                "bankName",
        "accountName", "accountNo", "taxItemCode", "periodFrom", "periodTo", "voucherNo", "paidAmount", "refundAmount"
    })
    void whatIsMissingIsNamed(String field) {
        assertThat(check(without(anApplication(), field)))
                .extracting(Refusal::field, Refusal::message)
                .anySatisfy(named -> assertThat(named.toString()).contains(field, "必填"));
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        var form = with(without(anApplication(), "bankName"), "paidAmount", "1.234", "periodTo", "2020-01-01");

        assertThat(check(form)).extracting(Refusal::field).contains("bankName", "paidAmount", "periodTo");
    }

    @Test
    void aFailingCheckDigitMayBeOverriddenWithAReason() {
        var form = with(anApplication(), "taxpayerId", "91350100M0001TGQXM", "taxpayerIdOverride", "true");

        assertThat(check(form)).extracting(Refusal::field).containsExactly("taxpayerIdOverrideReason");
        assertThat(check(with(form, "taxpayerIdOverrideReason", "早期试点代码"))).isEmpty();
    }

    @Test
    void aConfirmedOtherAccountNeedsAnExplanation() {
        var form = with(anApplication(), "accountName", "别家公司", "accountConfirmed", "true");

        assertThat(check(form)).extracting(Refusal::field).containsExactly("accountConfirmReason");
        assertThat(check(with(form, "accountConfirmReason", "已核验授权书"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "EXEMPTION, policyBasis",
        "IMMEDIATE_REFUND, policyBasis",
        "NON_TAX, policyBasis",
        "EXPORT, exportBatch",
        "INPUT_CREDIT, inputCreditDeclared",
        "IIT_SETTLEMENT, taxYear"
    })
    void everyMatterAsksForItsFacts(String matter, String field) {
        assertThat(check(with(anApplication(), "matter", matter)))
                .extracting(Refusal::field)
                .contains(field);
    }

    @Test
    void theSameVoucherIsNotPaidOutTwice() throws Exception {
        Map<String, Object> first = with(anApplication(), "refundAmount", "4500.00");
        desk.start("zuoqi.hallIntake", "refund", first);

        var second = with(anApplication(), "voucherNo", first.get("voucherNo"), "refundAmount", "500.01");

        assertThat(check(second))
                .extracting(Refusal::message)
                .anySatisfy(message -> assertThat(message).contains("已有退税 4,500.00 元", "最多还可退 500.00 元"));
        assertThat(check(with(second, "refundAmount", "500.00"))).isEmpty();
    }

    @Test
    void theSameApplicationIsNamedWithItsCase() throws Exception {
        Map<String, Object> form = anApplication();
        String number = desk.start("zuoqi.hallIntake", "refund", form);

        assertThat(check(form))
                .extracting(Refusal::message)
                .anySatisfy(message -> assertThat(message).contains(number));
    }

    @Test
    void anOffsetIsProposedAndBounded() throws Exception {
        String number = desk.start("zuoqi.hallIntake", "refund", anApplication());
        var review = Map.<String, Object>of(
                "proposal",
                "APPROVE",
                "approvedAmount",
                "1000.00",
                "interestAmount",
                "3.21",
                "arrearsAmount",
                "400.00");

        assertThat(checks.hints("refund", submission("reviewRefund", number, review)))
                .extracting(Refusal::message)
                .anySatisfy(message -> assertThat(message).contains("建议抵扣 400.00 元"));
        assertThat(review(number, with(review, "offsetAmount", "400.01", "offsetConfirmed", "true")))
                .extracting(Refusal::message)
                .anySatisfy(message -> assertThat(message).contains("最多可抵扣 400.00 元"));
        assertThat(review(number, with(review, "offsetAmount", "400.00")))
                .extracting(Refusal::field)
                .containsExactly("offsetConfirmed");
        assertThat(Proposal.of(submission("reviewRefund", number, with(review, "offsetAmount", "400.00"))))
                .satisfies(proposal -> assertThat(proposal.approved()
                                .plus(proposal.interest())
                                .minus(proposal.offset())
                                .toString())
                        .isEqualTo("603.21"));
    }

    @Test
    void anExportRefundIsNeitherSetOffNorBearsInterest() throws Exception {
        var form = with(
                anApplication(),
                "matter",
                "EXPORT",
                "exportBatch",
                "2026-10",
                "materialsPresent",
                "applicationForm,identityPaper,exportDeclaration");
        String number = desk.start("zuoqi.hallIntake", "refund", form);
        var review = Map.<String, Object>of(
                "proposal", "APPROVE",
                "approvedAmount", "1000.00",
                "interestAmount", "3.21",
                "arrearsAmount", "400.00",
                "offsetAmount", "400.00",
                "offsetConfirmed", "true");

        assertThat(review(number, review))
                .extracting(Refusal::field)
                .containsExactlyInAnyOrder("interestAmount", "offsetAmount");
    }

    private List<Refusal> check(Map<String, Object> form) {
        return checks.check("refund", submission("refundApplied", null, form));
    }

    private List<Refusal> review(String caseNumber, Map<String, Object> form) {
        return checks.check("refund", submission("reviewRefund", caseNumber, form));
    }

    private static Submission submission(String step, String caseNumber, Map<String, Object> form) {
        var clerk = new Actor("zuoqi.hallIntake", Set.of("hallIntake"), "zuoqi", false);
        return new Submission(step, caseNumber, clerk, TODAY, form);
    }
}
