package org.chunfeng.suspension;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chunfeng.casefile.CaseFacts;
import org.chunfeng.casefile.CaseKind;
import org.chunfeng.casefile.FactGroup;
import org.chunfeng.deadline.SuspensionRecord;
import org.chunfeng.deadline.Suspensions;
import org.chunfeng.engine.People;
import org.chunfeng.engine.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a person reads of the suspensions of a case that are over; the others stand first, see {@link PresentSuspensions}. */
@Component
class SuspensionFacts implements CaseFacts {

    private static final List<String> COLUMNS = List.of(
            "suspensionReason",
            "documentNo",
            "suspensionRequestedBy",
            "suspensionDecidedBy",
            "suspensionState",
            "suspendedFrom",
            "plannedEnd",
            "resumedOn",
            "resumeReason");

    private final Suspensions suspensions;
    private final People people;
    private final Texts texts;

    SuspensionFacts(Suspensions suspensions, People people, Texts texts) {
        this.suspensions = suspensions;
        this.people = people;
        this.texts = texts;
    }

    @Override
    public boolean supports(CaseKind kind) {
        return true;
    }

    @Override
    public List<FactGroup> facts(String caseNumber) {
        List<SuspensionRecord> all = suspensions.ofCase(caseNumber).stream()
                .filter(one -> !PresentSuspensions.isPresent(one))
                .toList();
        if (all.isEmpty()) {
            return List.of();
        }
        List<String> columns = COLUMNS.stream().map(texts::label).toList();
        Map<String, String> names = people.namesOf(all.stream()
                .flatMap(one -> Stream.of(one.requestedBy(), text(one.decidedBy())))
                .filter(account -> !account.isEmpty())
                .collect(Collectors.toSet()));
        List<List<String>> lines = all.stream().map(one -> line(one, names)).toList();
        return List.of(new FactGroup(texts.label("group.suspensions"), List.of(), new FactGroup.Table(columns, lines)));
    }

    private List<String> line(SuspensionRecord one, Map<String, String> names) {
        return List.of(
                texts.code("suspensionReason", one.reason().name()),
                one.documentNo(),
                names.getOrDefault(one.requestedBy(), one.requestedBy()),
                names.getOrDefault(text(one.decidedBy()), text(one.decidedBy())),
                texts.code("suspensionState", one.from() == null ? "DENIED" : "ENDED"),
                text(one.from()),
                one.plannedEnd().toString(),
                text(one.to()),
                one.endedBecause());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
