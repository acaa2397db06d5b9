package org.chunfeng.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.chunfeng.deadline.Budget;
import org.chunfeng.deadline.ClockKind;
import org.chunfeng.deadline.Lead;
import org.chunfeng.deadline.Point;
import org.chunfeng.deadline.RungPlace;
import org.chunfeng.deadline.StartsFrom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

/** Every row of ladder.dmn, asked for each sort of clock. */
class LadderTableTest {

    private static final LadderTable TABLE = table();
    private static final Set<String> SEEN = new HashSet<>();

    private static LadderTable table() {
        try {
            return new LadderTable();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @ParameterizedTest(name = "{0} {1} {2} {3} → {4}")
    @CsvSource({
        "sourceReview,  SETTLEMENT, INTERNAL, true,  warned breached auditOpened told leaderTold watched referred",
        "promise,       SETTLEMENT, PROMISE,  true,  warned breached auditOpened told leaderTold watched referred",
        "promise,       EXPORT,     PROMISE,  false, warned told exportTold",
        "legalLimit,    SETTLEMENT, LEGAL,    true,  warned mostlyUsed breached auditOpened told leaderTold watched referred",
        "supplementMaterials, SETTLEMENT, INTERNAL, false, warned told",
        "awaitTreasury, SETTLEMENT, INTERNAL, false,",
        "explainDelay,  SETTLEMENT, INTERNAL, false, warned",
        "referBreach,   SETTLEMENT, INTERNAL, false, warned",
        "examineBreach, SETTLEMENT, INTERNAL, true,  warned breached told examinationLate",
        "resumeCase,    SETTLEMENT, INTERNAL, false, resumptionDue resumptionDueToLeader resumptionLate resumptionLateToLeader",
    })
    void everySortOfClockHasItsRungs(String step, String matter, ClockKind kind, boolean escalates, String rungs) {
        List<String> found = TABLE.rungs(step, matter, rule(kind, escalates)).stream()
                .map(Rung::id)
                .toList();
        SEEN.addAll(found);

        assertThat(String.join(" ", found)).isEqualTo(rungs == null ? "" : rungs);
    }

    @ParameterizedTest(name = "{0}: {1} {2}, {3} → {4}")
    @CsvSource({
        "warned,      WARNING, 0, NOTICE,        HANDLER",
        "mostlyUsed,  SHARE,  80, NOTICE,        COUNTY_LEADER",
        "breached,    DUE,     0, RECORD_BREACH,",
        "auditOpened, DUE,     0, OPEN_AUDIT,    AUDIT",
        "told,        DUE,     0, NOTICE,        HANDLER",
        "leaderTold,  DUE,     0, NOTICE,        COUNTY_LEADER",
        "watched,     OPENING, 1, NOTICE,        LEVY_ADMIN",
        "referred,    CLOSING, 1, NOTICE,        AUDIT",
    })
    void everyRungHasItsPlaceAndItsPeople(String id, Point point, int amount, Action action, Role role) {
        assertThat(TABLE.rungs("legalLimit", "SETTLEMENT", rule(ClockKind.LEGAL, true)))
                .filteredOn(rung -> rung.id().equals(id))
                .containsExactly(new Rung(id, new RungPlace(point, amount), action, role));
    }

    @Test
    void aBreachIsOnRecordBeforeAnybodyHearsOfIt() {
        assertThat(TABLE.rungs("sourceReview", "SETTLEMENT", rule(ClockKind.INTERNAL, true)))
                .extracting(Rung::id)
                .containsSubsequence("breached", "auditOpened", "told", "leaderTold");
    }

    @AfterAll
    static void everyRowWasAsked() throws IOException {
        var rows = Dmn.readModelFromStream(new ClassPathResource("bpmn/audit/ladder.dmn").getInputStream())
                .getModelElementsByType(Rule.class);

        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(
                        row -> assertThat(row.getDescription().getTextContent()).isNotBlank());
        assertThat(rows).extracting(Rule::getId).containsExactlyInAnyOrderElementsOf(SEEN);
    }

    private static org.chunfeng.deadline.Rule rule(ClockKind kind, boolean escalates) {
        return new org.chunfeng.deadline.Rule(
                "row", Budget.workingDays(4), Lead.ofWorkingDays(2), kind, StartsFrom.STEP, escalates, "依据");
    }
}
