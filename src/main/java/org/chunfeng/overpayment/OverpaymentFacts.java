package org.chunfeng.overpayment;

import java.util.ArrayList;
import java.util.List;
import org.chunfeng.casefile.CaseFacts;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.casefile.CaseKind;
import org.chunfeng.casefile.Fact;
import org.chunfeng.casefile.FactGroup;
import org.chunfeng.casefile.Money;
import org.chunfeng.engine.Texts;
import org.springframework.stereotype.Component;

/** What a reviewer reads of an overpayment: where it came from, how it was classified, how it was settled. */
@Component
class OverpaymentFacts implements CaseFacts {

    private final Overpayments overpayments;
    private final CaseFiles cases;
    private final Texts texts;

    OverpaymentFacts(Overpayments overpayments, CaseFiles cases, Texts texts) {
        this.overpayments = overpayments;
        this.cases = cases;
        this.texts = texts;
    }

    @Override
    public boolean supports(CaseKind kind) {
        return kind == CaseKind.OVERPAYMENT;
    }

    @Override
    public List<FactGroup> facts(String caseNumber) {
        Overpayment overpayment = overpayments.get(caseNumber);
        List<FactGroup> groups = new ArrayList<>();
        groups.add(FactGroup.of(texts.label("group.overpayment"), found(overpayment, cases.get(caseNumber))));
        if (overpayment.kind() != null) {
            groups.add(FactGroup.of(texts.label("group.marking"), marking(overpayment)));
        }
        if (!overpayment.accountNo().isEmpty()) {
            groups.add(FactGroup.of(texts.label("group.account"), account(overpayment)));
        }
        return groups;
    }

    private List<Fact> found(Overpayment overpayment, CaseFile file) {
        List<Fact> facts = new ArrayList<>();
        facts.add(coded("foundBy", overpayment.foundBy()));
        facts.add(coded("taxItemCode", overpayment.taxItem()));
        given(facts, "taxSubItemName", overpayment.subItem());
        facts.add(plain("periodFrom", overpayment.periodFrom().toString()));
        facts.add(plain("periodTo", overpayment.periodTo().toString()));
        facts.add(plain("voucherNo", overpayment.voucherNo()));
        facts.add(plain("paidAmount", overpayment.paid().toString()));
        facts.add(plain("arisenOn", String.valueOf(file.arisenOn())));
        given(facts, "taxpayerIdOverrideReason", overpayment.idOverrideReason());
        given(facts, "contactName", overpayment.contactName());
        overpayment
                .account("contactPhone")
                .ifPresent(phone -> facts.add(Fact.phone(texts.label("contactPhone"), phone)));
        given(facts, "remark", overpayment.remark());
        return facts;
    }

    private List<Fact> marking(Overpayment overpayment) {
        List<Fact> facts = new ArrayList<>();
        facts.add(coded("overpaymentClass", String.valueOf(overpayment.kind())));
        given(facts, "opinion", overpayment.opinion());
        if (overpayment.reason() != null) {
            facts.add(coded("unclearableReason", overpayment.reason()));
            given(facts, "reasonText", overpayment.reasonText());
            facts.add(plain("recheckOn", String.valueOf(overpayment.recheckOn())));
        }
        Money settled = overpayment.settled();
        if (settled != null) {
            facts.add(plain("offsetAmount", settled.toString()));
        }
        given(facts, "settledByVoucher", overpayment.settledByVoucher());
        if (overpayment.settledOn() != null) {
            facts.add(plain("settledOn", overpayment.settledOn().toString()));
        }
        return facts;
    }

    private List<Fact> account(Overpayment overpayment) {
        return List.of(
                plain("bankName", overpayment.bankName()),
                plain("accountName", overpayment.accountName()),
                Fact.account(texts.label("accountNo"), overpayment.accountNo()));
    }

    private Fact plain(String field, String value) {
        return Fact.of(texts.label(field), value);
    }

    private Fact coded(String field, String code) {
        return Fact.of(texts.label(field), texts.code(field, code));
    }

    private void given(List<Fact> facts, String field, String value) {
        if (!value.isEmpty()) {
            facts.add(plain(field, value));
        }
    }
}
