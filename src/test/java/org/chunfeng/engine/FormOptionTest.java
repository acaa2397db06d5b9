package org.chunfeng.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chunfeng.ChunfengTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A form offers nothing that its own rules would refuse. */
@ChunfengTest
class FormOptionTest {

    @Autowired
    private FormTexts forms;

    @Autowired
    private Checks checks;

    @Autowired
    private Texts texts;

    @ParameterizedTest
    @CsvSource({
        "refund, refundApplied",
        "deregistration, deregistrationApplied",
        "overpayment, overpaymentReported",
        "opsTicket, ticketReported"
    })
    void everyChoiceOfAStartFormIsAccepted(String process, String step) {
        Map<String, List<FormTexts.Option>> options = forms.of(process, step).options();

        assertThat(options).isNotEmpty();
        options.forEach((field, choices) ->
                choices.forEach(choice -> assertThat(check(process, step, field, choice.code()))
                        .as("%s = %s", field, choice.code())
                        .extracting(Refusal::message)
                        .noneMatch(message -> message.contains("“" + choice.code() + "”不在可选范围内"))));
    }

    @ParameterizedTest
    @CsvSource({"WRONGLY_COLLECTED, 误收多缴退税", "STOCK, 多缴存量", "TAX_CLEARANCE, 清税申报（统一社会信用代码）"})
    void everyMatterHasItsWordWhereverItIsShown(String matter, String word) {
        assertThat(texts.code("matter", matter)).isEqualTo(word);
    }

    private List<Refusal> check(String process, String step, String field, String code) {
        var clerk = new Actor("zuoqi.hallIntake", Set.of("hallIntake"), "zuoqi", false);
        return checks.check(
                process, new Submission(step, null, clerk, LocalDate.of(2026, 11, 26), Map.of(field, code)));
    }
}
