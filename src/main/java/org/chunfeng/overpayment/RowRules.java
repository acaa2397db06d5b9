package org.chunfeng.overpayment;

import static org.chunfeng.engine.Rule.atMost;
import static org.chunfeng.engine.Rule.required;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.chunfeng.casefile.TaxpayerId;
import org.chunfeng.engine.Refusals;
import org.chunfeng.engine.Rule;
import org.chunfeng.engine.Submission;
import org.chunfeng.engine.Texts;
import org.springframework.stereotype.Component;

/** What an overpayment must hold, whether it is typed into the form or a row of a list. */
@Component
class RowRules {

    private static final BigDecimal SMALLEST = new BigDecimal("0.01");

    private static final Pattern OLD_NUMBER = Pattern.compile("\\d{15}");

    private final Texts texts;
    private final Columns columns;

    RowRules(Texts texts, Columns columns) {
        this.texts = texts;
        this.columns = columns;
    }

    List<Rule> rules() {
        return List.of(
                required("taxpayerId", "taxpayerName", "taxItemCode", "periodFrom", "periodTo"),
                required("voucherNo", "overpaidAmount", "arisenOn"),
                this::taxpayerIdIsValid,
                RowRules::overrideHasReason,
                this::taxItemIsKnown,
                RowRules::daysAreInOrder,
                RowRules::amountsAreInOrder,
                RowRules::contactIsPlausible,
                RowRules::textsFit);
    }

    /** As for refunds; old numbers of 15 digits still stand in historical rows. */
    void taxpayerIdIsValid(Submission row, Refusals refusals) {
        if (!row.has("taxpayerId")) {
            return;
        }
        var id = TaxpayerId.of(row.text("taxpayerId"));
        if (OLD_NUMBER.matcher(id.value()).matches() || id.isCitizenId(row.today())) {
            return;
        }
        if (id.value().length() != 18) {
            refusals.add("taxpayerId", "creditCodeLength", id.value().length());
        } else if (!id.hasCreditCodeShape()) {
            refusals.add("taxpayerId", "creditCodeShape");
        } else if (!id.hasCreditCodeCheck() && !row.flag("taxpayerIdOverride")) {
            refuseCheckDigit(row, refusals);
        }
    }

    /** A list has no box to tick: the reason in its column is the override. */
    private void refuseCheckDigit(Submission row, Refusals refusals) {
        if (row.step().equals(OverpaymentEntrances.ROW)) {
            refusals.add("taxpayerId", "creditCodeCheckInList", columns.name(Column.OVERRIDE_REASON));
            return;
        }
        refusals.add("taxpayerId", "creditCodeCheck");
    }

    static void overrideHasReason(Submission row, Refusals refusals) {
        if (row.flag("taxpayerIdOverride") && !row.has("taxpayerIdOverrideReason")) {
            refusals.add("taxpayerIdOverrideReason", "required");
        }
    }

    void taxItemIsKnown(Submission row, Refusals refusals) {
        String code = row.text("taxItemCode");
        if (!code.isEmpty() && texts.code("taxItemCode", code).equals(code)) {
            refusals.add("taxItemCode", "unknownCode", code);
        }
    }

    static void daysAreInOrder(Submission row, Refusals refusals) {
        var from = row.date("periodFrom");
        var to = row.date("periodTo");
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            refusals.add("periodTo", "periodReversed");
        }
        for (String field : List.of("periodFrom", "arisenOn")) {
            row.date(field)
                    .filter(day -> day.isAfter(row.today()))
                    .ifPresent(day -> refusals.add(field, "inTheFuture"));
        }
    }

    static void amountsAreInOrder(Submission row, Refusals refusals) {
        var paid = row.amount("paidAmount");
        var overpaid = row.amount("overpaidAmount");
        if (overpaid.isPresent() && overpaid.get().compareTo(SMALLEST) < 0) {
            refusals.add("overpaidAmount", "atLeastOneFen");
        }
        if (paid.isPresent() && overpaid.isPresent() && overpaid.get().compareTo(paid.get()) > 0) {
            refusals.add("overpaidAmount", "abovePaid", paid.get().toPlainString());
        }
    }

    static void contactIsPlausible(Submission row, Refusals refusals) {
        if (row.has("contactPhone") && !row.text("contactPhone").matches("[0-9+\\- ]{5,30}")) {
            refusals.add("contactPhone", "notAPhone");
        }
        if (row.has("accountNo") && !row.text("accountNo").matches("\\d{6,30}")) {
            refusals.add("accountNo", "notAnAccount");
        }
    }

    static void textsFit(Submission row, Refusals refusals) {
        atMost(300, "taxpayerName", "accountName").check(row, refusals);
        atMost(100, "taxSubItemName").check(row, refusals);
        atMost(80, "bankName").check(row, refusals);
        atMost(60, "contactName").check(row, refusals);
        atMost(30, "voucherNo").check(row, refusals);
        atMost(64, "requestId").check(row, refusals);
    }
}
