package org.chunfeng.suspension;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chunfeng.casefile.CaseFacts;
import org.chunfeng.casefile.CaseKind;
import org.chunfeng.casefile.Fact;
import org.chunfeng.casefile.FactGroup;
import org.chunfeng.deadline.SuspensionRecord;
import org.chunfeng.deadline.Suspensions;
import org.chunfeng.engine.People;
import org.chunfeng.engine.Texts;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The suspensions that wait for a decision, then those that last: before everything else, for whoever decides to read. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PresentSuspensions implements CaseFacts {

    private final Suspensions suspensions;
    private final People people;
    private final Texts texts;

    PresentSuspensions(Suspensions suspensions, People people, Texts texts) {
        this.suspensions = suspensions;
        this.people = people;
        this.texts = texts;
    }

    static boolean isPresent(SuspensionRecord suspension) {
        return suspension.isPending() || suspension.isOpen();
    }

    @Override
    public boolean supports(CaseKind kind) {
        return true;
    }

    @Override
    public List<FactGroup> facts(String caseNumber) {
        return suspensions.ofCase(caseNumber).stream()
                .filter(PresentSuspensions::isPresent)
                .sorted(Comparator.comparing(SuspensionRecord::isPending).reversed())
                .map(this::group)
                .toList();
    }

    private FactGroup group(SuspensionRecord one) {
        Map<String, String> names = people.namesOf(Set.of(one.requestedBy()));
        List<Fact> facts = new ArrayList<>(List.of(
                fact(
                        "suspensionReason",
                        texts.code("suspensionReason", one.reason().name())),
                fact("documentNo", one.documentNo()),
                fact("suspensionRequestedBy", names.getOrDefault(one.requestedBy(), one.requestedBy()))));
        if (one.from() != null) {
            facts.add(fact("suspendedFrom", one.from().toString()));
        }
        facts.add(fact("plannedEnd", one.plannedEnd().toString()));
        if (!one.note().isEmpty()) {
            facts.add(fact("suspensionNote", one.note()));
        }
        return FactGroup.of(texts.label(one.isPending() ? "group.suspensionAsked" : "group.suspended"), facts);
    }

    private Fact fact(String field, String value) {
        return Fact.of(texts.label(field), value);
    }
}
