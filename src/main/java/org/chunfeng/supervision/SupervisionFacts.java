package org.chunfeng.supervision;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chunfeng.casefile.CaseFacts;
import org.chunfeng.casefile.CaseKind;
import org.chunfeng.casefile.Fact;
import org.chunfeng.casefile.FactGroup;
import org.chunfeng.engine.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a person reads of a supervision: how it was drawn, what was drawn, and what came of it. */
@Component
class SupervisionFacts implements CaseFacts {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final SupervisionRuns runs;
    private final Texts texts;
    private final Clock clock;

    SupervisionFacts(SupervisionRuns runs, Texts texts, Clock clock) {
        this.runs = runs;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public boolean supports(CaseKind kind) {
        return kind == CaseKind.SUPERVISION;
    }

    @Override
    public List<FactGroup> facts(String caseNumber) {
        SupervisionRun run = runs.get(caseNumber);
        List<SupervisionItem> items = runs.items(caseNumber);
        var facts = new ArrayList<Fact>();
        facts.add(fact("supervisionDueOn", run.dueOn() + (run.missed() ? texts.code("supervision", "missed") : "")));
        if (run.found() != null) {
            facts.add(fact("supervisionFound", Wording.drawn(run.found(), items.size(), texts)));
        }
        facts.add(fact("supervisionShare", run.sharePercent() + "%"));
        if (run.sharePercent() < 100) {
            facts.add(fact("supervisionSeed", String.valueOf(run.seed())));
        }
        if (run.outcome() != null) {
            facts.add(fact("supervisionOutcome", texts.code("supervisionOutcome", run.outcome())));
            facts.add(fact("finding", run.finding()));
        }
        return List.of(new FactGroup(texts.label("group.supervision"), facts, items.isEmpty() ? null : table(items)));
    }

    private FactGroup.Table table(List<SupervisionItem> items) {
        List<String> columns = Stream.of(
                        "supervisionItem", "supervisionReason", "supervisionStep", "supervisionDue", "supervisionDays")
                .map(texts::label)
                .toList();
        return new FactGroup.Table(columns, items.stream().map(this::line).toList());
    }

    private List<String> line(SupervisionItem item) {
        return List.of(
                item.caseNumber(),
                texts.code("supervisionReason", item.reason()),
                item.step().isEmpty() ? "" : texts.code("step", item.step()),
                minute(item.dueAt()),
                item.days() == null ? "" : item.days().toString());
    }

    private String minute(@Nullable Instant at) {
        return at == null ? "" : MINUTE.format(at.atZone(clock.getZone()));
    }

    private Fact fact(String field, String value) {
        return Fact.of(texts.label(field), value);
    }
}
