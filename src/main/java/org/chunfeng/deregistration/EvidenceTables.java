package org.chunfeng.deregistration;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chunfeng.casefile.Fact;
import org.chunfeng.casefile.FactGroup;
import org.chunfeng.engine.People;
import org.chunfeng.engine.Texts;
import org.springframework.stereotype.Component;

/** The decision of a case and the facts it rests on, as tables for people. */
@Component
class EvidenceTables {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Assessments assessments;
    private final Evidences evidences;
    private final People people;
    private final Texts texts;
    private final Clock clock;

    EvidenceTables(Assessments assessments, Evidences evidences, People people, Texts texts, Clock clock) {
        this.assessments = assessments;
        this.evidences = evidences;
        this.people = people;
        this.texts = texts;
        this.clock = clock;
    }

    /** Track, ground, version of the tables, and every failing condition. */
    Optional<FactGroup> decision(String caseNumber) {
        return assessments.latest(caseNumber).map(kept -> {
            Assessment answer = kept.assessment();
            List<Fact> facts = List.of(
                    Fact.of(
                            texts.label("track"),
                            texts.code("track", answer.track().name())),
                    Fact.of(texts.label("ground"), texts.code("ground", answer.ground())),
                    Fact.of(texts.label("tableVersion"), answer.tableVersion()),
                    Fact.of(texts.label("assessedAt"), minute(kept.assessedAt())));
            List<List<String>> lines = answer.failing().stream()
                    .map(one -> List.of(one.code(), one.sentence(), one.remedy()))
                    .toList();
            var table = new FactGroup.Table(labels("conditionCode", "conditionSentence", "conditionRemedy"), lines);
            return new FactGroup(texts.label("group.track"), facts, lines.isEmpty() ? null : table);
        });
    }

    /** What is known, where it was looked up, who vouches for it and since when; what nobody was asked is left out. */
    FactGroup facts(String caseNumber) {
        List<Evidence> known = evidences.of(caseNumber).stream()
                .filter(one -> one.answer() != Answer.UNKNOWN || !one.source().isEmpty())
                .sorted(Comparator.comparing(Evidence::code))
                .toList();
        Set<String> accounts = known.stream()
                .filter(one -> one.confirmedBy() != null)
                .map(Evidence::confirmedBy)
                .collect(Collectors.toSet());
        Map<String, String> names = people.namesOf(accounts);
        var table = new FactGroup.Table(
                labels("fact", "factAnswer", "factSource", "factConfirmedBy", "factConfirmedAt"),
                known.stream().map(one -> line(one, names)).toList());
        return new FactGroup(texts.label("group.facts"), List.of(), table);
    }

    String minute(Instant at) {
        return MINUTE.format(at.atZone(clock.getZone()));
    }

    private List<String> line(Evidence known, Map<String, String> names) {
        String by = known.confirmedBy() == null ? "" : known.confirmedBy();
        return List.of(
                texts.label(known.code().field()),
                known.amount() == null
                        ? texts.code("answer", known.answer().name())
                        : known.amount().toString(),
                texts.code("factSource", known.source()),
                names.getOrDefault(by, by),
                known.confirmedAt() == null ? "" : minute(known.confirmedAt()));
    }

    private List<String> labels(String... fields) {
        return List.of(fields).stream().map(texts::label).toList();
    }
}
