package org.chunfeng.deregistration;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.chunfeng.casefile.CaseFacts;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.casefile.CaseKind;
import org.chunfeng.casefile.Fact;
import org.chunfeng.casefile.FactGroup;
import org.chunfeng.engine.Texts;
import org.springframework.stereotype.Component;

/** What somebody reads of a deregistration: application, decision, facts with their sources, items, commitment, certificate. */
@Component
class DeregistrationFacts implements CaseFacts {

    private final CaseFiles cases;
    private final Deregistrations deregistrations;
    private final OpenItems items;
    private final ZeroDeclarations zeros;
    private final Clearances clearances;
    private final EvidenceTables tables;
    private final Texts texts;

    DeregistrationFacts(
            CaseFiles cases,
            Deregistrations deregistrations,
            OpenItems items,
            ZeroDeclarations zeros,
            Clearances clearances,
            EvidenceTables tables,
            Texts texts) {
        this.cases = cases;
        this.deregistrations = deregistrations;
        this.items = items;
        this.zeros = zeros;
        this.clearances = clearances;
        this.tables = tables;
        this.texts = texts;
    }

    @Override
    public boolean supports(CaseKind kind) {
        return kind == CaseKind.DEREGISTRATION;
    }

    @Override
    public List<FactGroup> facts(String caseNumber) {
        Deregistration known = deregistrations.get(caseNumber);
        List<FactGroup> groups = new ArrayList<>();
        groups.add(FactGroup.of(texts.label("group.application"), application(known)));
        clearances.find(caseNumber).ifPresent(issued -> groups.add(clearance(issued)));
        tables.decision(caseNumber).ifPresent(groups::add);
        groups.add(items(caseNumber));
        if (known.commitment() != null) {
            groups.add(commitment(known.commitment()));
        }
        if (!zeros.of(caseNumber).isEmpty()) {
            groups.add(zero(known, zeros.of(caseNumber).size()));
        }
        groups.add(tables.facts(caseNumber));
        if (known.proposal() != null) {
            groups.add(FactGroup.of(
                    texts.label("group.review"),
                    List.of(coded("clearanceProposal", known.proposal()), plain("opinion", known.opinion()))));
        }
        return groups.stream().filter(DeregistrationFacts::saysSomething).toList();
    }

    private static boolean saysSomething(FactGroup group) {
        return !group.facts().isEmpty()
                || (group.table() != null && !group.table().lines().isEmpty());
    }

    private List<Fact> application(Deregistration known) {
        List<Fact> facts = new ArrayList<>();
        facts.add(coded("taxpayerClass", cases.get(known.caseNumber()).taxpayerClass()));
        facts.add(coded("deregistrationReason", known.reason()));
        given(facts, "creditLevel", texts.code("creditLevel", known.creditLevel()));
        given(facts, "headOfficeId", known.headOfficeId());
        given(facts, "announcementNo", known.announcementNo());
        facts.add(plain("contactName", known.contactName()));
        facts.add(Fact.phone(texts.label("contactPhone"), known.contactPhone()));
        given(facts, "generalFlowReason", known.generalReason());
        given(facts, "overpaymentCase", Objects.requireNonNullElse(known.overpaymentCase(), ""));
        return facts;
    }

    private FactGroup clearance(Clearance issued) {
        return FactGroup.of(
                texts.label("group.clearance"),
                List.of(
                        Fact.of(texts.code("clearanceForm", issued.form()), issued.certificateNo()),
                        plain("issuedAt", tables.minute(issued.issuedAt()))));
    }

    private FactGroup items(String caseNumber) {
        List<List<String>> lines = items.of(caseNumber).stream()
                .map(item -> List.of(
                        item.name(), texts.code("itemState", item.state().name())))
                .toList();
        List<String> columns = List.of(texts.label("itemName"), texts.label("itemState"));
        return new FactGroup(texts.label("group.items"), List.of(), new FactGroup.Table(columns, lines));
    }

    private FactGroup commitment(Deregistration.Commitment commitment) {
        String state = commitment.fulfilled() == null ? "RUNNING" : commitment.fulfilled() ? "KEPT" : "BROKEN";
        return FactGroup.of(
                texts.label("group.commitment"),
                List.of(
                        plain("commitmentSignedBy", commitment.signedBy()),
                        plain("commitmentDueOn", commitment.dueOn().toString()),
                        coded("commitmentState", state)));
    }

    private FactGroup zero(Deregistration known, int periods) {
        List<Fact> facts = new ArrayList<>();
        facts.add(plain("zeroCount", String.valueOf(periods)));
        given(facts, "abnormalSince", String.valueOf(known.abnormalSince()));
        given(facts, "zeroSignedBy", Objects.requireNonNullElse(known.zeroSignedBy(), ""));
        if (known.zeroConfirmedAt() != null) {
            facts.add(plain("factConfirmedAt", tables.minute(known.zeroConfirmedAt())));
        }
        return FactGroup.of(texts.label("group.zero"), facts);
    }

    private Fact coded(String field, String code) {
        return Fact.of(texts.label(field), texts.code(field, code));
    }

    private Fact plain(String field, String value) {
        return Fact.of(texts.label(field), value);
    }

    private void given(List<Fact> facts, String field, String value) {
        if (!value.isEmpty()) {
            facts.add(plain(field, value));
        }
    }
}
