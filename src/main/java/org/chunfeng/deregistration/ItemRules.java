package org.chunfeng.deregistration;

import static org.chunfeng.engine.Rule.required;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.chunfeng.engine.Refusals;
import org.chunfeng.engine.Submission;
import org.springframework.stereotype.Component;

/** What the hall may say of open items, and what zero periods may be confirmed. */
@Component
class ItemRules {

    private final OpenItems items;
    private final ZeroDeclarations zeros;

    ItemRules(OpenItems items, ZeroDeclarations zeros) {
        this.items = items;
        this.zeros = zeros;
    }

    void itemsAreOpen(Submission settlement, Refusals refusals) {
        Set<String> open = codes(items.open(settlement.caseNumber()));
        onlyOf(open, settlement, "itemsSettled", refusals);
        onlyOf(open, settlement, "itemsPromised", refusals);
        Set<String> both = new HashSet<>(settlement.codes("itemsSettled"));
        both.retainAll(settlement.codes("itemsPromised"));
        if (!both.isEmpty()) {
            refusals.add("itemsPromised", "settledAndPromised", String.join("、", both));
        }
    }

    /** Debts, invoices and devices cannot be promised (税总发〔2018〕149号). */
    void onlyPapersArePromised(Submission settlement, Refusals refusals) {
        List<String> promised = settlement.codes("itemsPromised");
        if (promised.isEmpty()) {
            return;
        }
        if (!promised.stream().allMatch(OpenItem::mayBePromised)) {
            refusals.add("itemsPromised", "onlyPapersArePromised");
        }
        required("commitmentSignedBy", "commitmentDueOn").check(settlement, refusals);
        CircumstanceRules.dueInTheFuture(settlement, refusals);
    }

    /** Whatever stays open is explained, as the taxpayer's time runs on. */
    void whatStaysOpenIsExplained(Submission settlement, Refusals refusals) {
        Set<String> open = codes(items.open(settlement.caseNumber()));
        open.removeAll(settlement.codes("itemsSettled"));
        open.removeAll(settlement.codes("itemsPromised"));
        if (!open.isEmpty()) {
            required("settlementNote").check(settlement, refusals);
        }
    }

    void everyPromiseIsKept(Submission fulfilment, Refusals refusals) {
        List<OpenItem> promised = items.promised(fulfilment.caseNumber());
        onlyOf(codes(promised), fulfilment, "itemsSettled", refusals);
        String missing = promised.stream()
                .filter(item -> !fulfilment.codes("itemsSettled").contains(item.code()))
                .map(OpenItem::name)
                .collect(Collectors.joining("、"));
        if (!missing.isEmpty()) {
            refusals.add("itemsSettled", "stillPromised", missing);
        }
    }

    /** Plan measure 36: confirmed once, and only when every period is zero. */
    void confirmationIsWhole(Submission confirmation, Refusals refusals) {
        List<String> notZero = confirmation.codes("nonZeroPeriods");
        onlyOf(
                zeros.of(confirmation.caseNumber()).stream()
                        .map(line -> line.period().code())
                        .collect(Collectors.toSet()),
                confirmation,
                "nonZeroPeriods",
                refusals);
        if (confirmation.text("zeroDecision").equals("NOT_ZERO")) {
            required("nonZeroPeriods").check(confirmation, refusals);
            return;
        }
        if (!notZero.isEmpty()) {
            refusals.add("zeroDecision", "notAllZero", notZero.size());
        }
        required("zeroSignedBy").check(confirmation, refusals);
        if (!confirmation.flag("zeroConfirmed")) {
            refusals.add("zeroConfirmed", "confirmZero");
        }
    }

    private static void onlyOf(Set<String> known, Submission form, String field, Refusals refusals) {
        Set<String> unknown = new HashSet<>(form.codes(field));
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            refusals.add(field, "unknownCode", String.join("、", unknown));
        }
    }

    private static Set<String> codes(List<OpenItem> some) {
        return some.stream().map(OpenItem::code).collect(Collectors.toCollection(HashSet::new));
    }
}
