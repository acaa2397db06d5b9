package org.chunfeng.refund;

import java.util.ArrayList;
import java.util.List;
import org.chunfeng.casefile.CaseFacts;
import org.chunfeng.casefile.CaseKind;
import org.chunfeng.casefile.Fact;
import org.chunfeng.casefile.FactGroup;
import org.chunfeng.casefile.Money;
import org.chunfeng.engine.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a reviewer reads of a refund: the application, its vouchers, the account, the review, the slips. */
@Component
class RefundFacts implements CaseFacts {

    private final Refunds refunds;
    private final Slips slips;
    private final JdbcClient jdbc;
    private final Texts texts;

    RefundFacts(Refunds refunds, Slips slips, JdbcClient jdbc, Texts texts) {
        this.refunds = refunds;
        this.slips = slips;
        this.jdbc = jdbc;
        this.texts = texts;
    }

    @Override
    public boolean supports(CaseKind kind) {
        return kind == CaseKind.REFUND;
    }

    @Override
    public List<FactGroup> facts(String caseNumber) {
        Refund refund = refunds.get(caseNumber);
        List<FactGroup> groups = new ArrayList<>();
        groups.add(FactGroup.of(texts.label("group.application"), application(caseNumber)));
        groups.add(vouchers(caseNumber));
        groups.add(FactGroup.of(texts.label("group.account"), account(refund)));
        if (refund.proposal() != null) {
            groups.add(FactGroup.of(texts.label("group.review"), review(refund)));
        }
        if (!slips.of(caseNumber).isEmpty()) {
            groups.add(slipTable(caseNumber));
        }
        return groups;
    }

    private List<Fact> application(String caseNumber) {
        return jdbc.sql("select * from refund where case_number = ?")
                .param(caseNumber)
                .query((row, number) -> {
                    List<Fact> facts = new ArrayList<>();
                    facts.add(coded("applicantRole", row.getString("applicant_role")));
                    facts.add(Fact.of(texts.label("applicantName"), row.getString("applicant_name")));
                    facts.add(Fact.of(texts.label("contactName"), row.getString("contact_name")));
                    facts.add(Fact.phone(texts.label("contactPhone"), row.getString("contact_phone")));
                    facts.add(Fact.of(texts.label("refundReason"), row.getString("reason")));
                    given(facts, "policyBasis", row.getString("policy_basis"));
                    given(facts, "reliefCode", row.getString("relief_code"));
                    given(facts, "exportBatch", row.getString("export_batch"));
                    given(facts, "taxYear", row.getString("tax_year"));
                    given(facts, "taxpayerIdOverrideReason", row.getString("id_override_reason"));
                    return facts;
                })
                .single();
    }

    private FactGroup vouchers(String caseNumber) {
        List<String> columns =
                labels("taxItemCode", "voucherNo", "periodFrom", "periodTo", "paidAmount", "refundAmount");
        List<List<String>> lines = refunds.lines(caseNumber).stream()
                .map(line -> List.of(
                        texts.code("taxItemCode", line.taxItem()),
                        line.voucherNo(),
                        line.periodFrom().toString(),
                        line.periodTo().toString(),
                        line.paid().toString(),
                        line.refund().toString()))
                .toList();
        return new FactGroup(texts.label("group.vouchers"), List.of(), new FactGroup.Table(columns, lines));
    }

    private List<Fact> account(Refund refund) {
        return List.of(
                Fact.of(texts.label("bankName"), refund.bankName()),
                Fact.of(texts.label("accountName"), refund.accountName()),
                Fact.account(texts.label("accountNo"), refund.accountNo()));
    }

    private List<Fact> review(Refund refund) {
        List<Fact> facts = new ArrayList<>();
        facts.add(coded("proposal", String.valueOf(refund.proposal())));
        if (refund.approved() != null && refund.approved().isPositive()) {
            facts.add(money("approvedAmount", refund.approved()));
            facts.add(money("interestAmount", refund.interest()));
            facts.add(money("arrearsAmount", refund.arrears()));
            facts.add(money("offsetAmount", refund.offset()));
            facts.add(money("payoutAmount", refund.payout()));
        }
        given(facts, "opinion", refund.opinion());
        return facts;
    }

    private FactGroup slipTable(String caseNumber) {
        List<String> columns = labels("slipNo", "payoutAmount", "offsetAmount", "slipState", "returnReason");
        List<List<String>> lines = slips.of(caseNumber).stream()
                .map(slip -> List.of(
                        slip.slipNo(),
                        slip.payout().toString(),
                        slip.offset().toString(),
                        texts.code("slipState", slip.state()),
                        slip.returnReason() == null ? "" : texts.code("returnReason", slip.returnReason())))
                .toList();
        return new FactGroup(texts.label("group.slips"), List.of(), new FactGroup.Table(columns, lines));
    }

    private List<String> labels(String... fields) {
        return List.of(fields).stream().map(texts::label).toList();
    }

    private Fact coded(String field, String code) {
        return Fact.of(texts.label(field), texts.code(field, code));
    }

    private Fact money(String field, Money amount) {
        return Fact.of(texts.label(field), amount.toString());
    }

    private void given(List<Fact> facts, String field, String value) {
        if (!value.isEmpty()) {
            facts.add(Fact.of(texts.label(field), value));
        }
    }
}
