package org.chunfeng.refund;

import static org.chunfeng.engine.Field.date;
import static org.chunfeng.engine.Field.text;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chunfeng.engine.Field;
import org.chunfeng.engine.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What the treasury says of a slip.
 *
 * @param messageId the treasury's own number of the message; the same one never counts twice
 * @param answer PAID (money returned), WRITTEN_OFF (销号) or RETURNED
 * @param returnReason code, for RETURNED only
 */
public record TreasuryAnswer(
        String messageId,
        String slipNo,
        String answer,
        @Nullable String returnReason,
        @Nullable LocalDate answeredOn) {

    static final List<Field> FIELDS =
            List.of(text("messageId"), text("slipNo"), text("answer"), text("returnReason"), date("answeredOn"));

    static final List<Rule> RULES = List.of(
            Rule.required("answer"),
            Rule.atMost(64, "messageId", "slipNo"),
            Rule.oneOf("answer", "PAID", "WRITTEN_OFF", "RETURNED"),
            Rule.requiredWhen("answer", "RETURNED", "returnReason"),
            Rule.oneOf(
                    "returnReason",
                    "ACCOUNT_CLOSED",
                    "ACCOUNT_FROZEN",
                    "NAME_MISMATCH",
                    "WRONG_BANK_CODE",
                    "NOT_CLASS_I",
                    "BALANCE_OF_BUDGET_SUBJECT",
                    "TREASURY_REFUSED",
                    "DUPLICATE",
                    "TECHNICAL"));

    /** What comes by itself, and not by hand into its case, names itself and its slip. */
    static final List<Rule> RULES_OF_LETTERS = Stream.concat(
                    Stream.of(Rule.required("messageId", "slipNo")), RULES.stream())
            .toList();

    /** As the process receives it. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new HashMap<>();
        fields.put("messageId", messageId);
        fields.put("slipNo", slipNo);
        fields.put("answer", answer);
        if (returnReason != null) {
            fields.put("returnReason", returnReason);
        }
        if (answeredOn != null) {
            fields.put("answeredOn", answeredOn.toString());
        }
        return fields;
    }
}
