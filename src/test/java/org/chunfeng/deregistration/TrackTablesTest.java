package org.chunfeng.deregistration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chunfeng.deregistration.SituationFixture.aBranch;
import static org.chunfeng.deregistration.SituationFixture.aFirm;
import static org.chunfeng.deregistration.SituationFixture.aSimplifiedFirm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** Every row of every decision table of deregistration; each must have fired in the end. */
class TrackTablesTest {

    private static final Set<String> FIRED = new ConcurrentSkipListSet<>();
    private static final TrackTables TABLES =
            new TrackTables(DmnEngineConfiguration.createDefaultDmnEngineConfiguration()
                    .customPostDecisionTableEvaluationListeners(List.of(asked -> asked.getMatchingRules()
                            .forEach(row -> FIRED.add(asked.getDecision().getKey() + "." + row.getId()))))
                    .buildEngine());

    @AfterAll
    static void everyRowHasFired() throws IOException {
        Set<String> rows = new TreeSet<>();
        for (String table : TrackTables.NAMES) {
            var model = Dmn.readModelFromStream(
                    new ClassPathResource("bpmn/deregistration/" + table + ".dmn").getInputStream());
            model.getModelElementsByType(Rule.class).forEach(row -> rows.add(table + "." + row.getId()));
        }
        assertThat(rows).hasSizeGreaterThan(50);
        assertThat(FIRED).containsExactlyElementsOf(rows);
    }

    @Test
    void aBranchThatMeetsAllTenConditionsIsClearedAtOnce() {
        Assessment answer = TABLES.decide(aBranch());

        assertThat(answer.isInstant()).isTrue();
        assertThat(answer.ground()).isEqualTo("BRANCH");
        assertThat(answer.failing()).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1} → {2}")
    @CsvSource({
        "BRANCH,           FALSE,   C1",
        "BRANCH,           UNKNOWN, C1",
        "UNDER_INSPECTION, TRUE,    C2",
        "UNDER_INSPECTION, UNKNOWN, C2",
        "TAX_OWED,         TRUE,    C3",
        "LATE_FEE,         TRUE,    C3",
        "FINE,             TRUE,    C3",
        "TAX_OWED,         UNKNOWN, C3",
        "LATE_FEE,         UNKNOWN, C3",
        "FINE,             UNKNOWN, C3",
        "OVERPAID,         TRUE,    C4",
        "OVERPAID,         UNKNOWN, C4",
        "INVOICES_CLEARED, FALSE,   C5",
        "INVOICES_CLEARED, UNKNOWN, C5",
        "DEVICE_CLEARED,   FALSE,   C6",
        "DEVICE_CLEARED,   UNKNOWN, C6",
        "HQ_PAYS_VAT,      FALSE,   C7",
        "HQ_PAYS_VAT,      UNKNOWN, C7",
        "HQ_PAYS_CIT,      FALSE,   C8",
        "HQ_PAYS_CIT,      UNKNOWN, C8",
        "LOCAL_VAT,        TRUE,    C9",
        "LOCAL_VAT,        UNKNOWN, C9",
        "LOCAL_CIT,        TRUE,    C10",
        "LOCAL_CIT,        UNKNOWN, C10",
    })
    void oneConditionThatFailsIsNamedExactly(FactCode fact, Answer answer, String condition) {
        Assessment assessment = TABLES.decide(aBranch().with(fact, answer));

        assertThat(assessment.isInstant()).isFalse();
        assertThat(codes(assessment)).containsExactly(condition);
        assertThat(assessment.failing().get(0).sentence().contains("尚未核实")).isEqualTo(answer == Answer.UNKNOWN);
        assertThat(assessment.failing().get(0).remedy()).isNotBlank();
    }

    @Test
    void allTenThatFailAreNamedAtOnce() {
        Situation worst = aBranch()
                .with(FactCode.BRANCH, Answer.FALSE)
                .with(FactCode.UNDER_INSPECTION, Answer.TRUE)
                .with(FactCode.TAX_OWED, Answer.TRUE)
                .with(FactCode.OVERPAID, Answer.TRUE)
                .with(FactCode.INVOICES_CLEARED, Answer.FALSE)
                .with(FactCode.DEVICE_CLEARED, Answer.FALSE)
                .with(FactCode.HQ_PAYS_VAT, Answer.FALSE)
                .with(FactCode.HQ_PAYS_CIT, Answer.FALSE)
                .with(FactCode.LOCAL_VAT, Answer.TRUE)
                .with(FactCode.LOCAL_CIT, Answer.TRUE);

        assertThat(codes(TABLES.decide(worst)))
                .containsExactly("C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9", "C10");
    }

    /** Of the 3^10 ways to answer the ten questions, some hundreds evenly spread and the right one: only that is instant. */
    @Test
    void onlyAllRightIsInstant() {
        List<FactCode> ten = List.of(
                FactCode.BRANCH,
                FactCode.UNDER_INSPECTION,
                FactCode.TAX_OWED,
                FactCode.OVERPAID,
                FactCode.INVOICES_CLEARED,
                FactCode.DEVICE_CLEARED,
                FactCode.HQ_PAYS_VAT,
                FactCode.HQ_PAYS_CIT,
                FactCode.LOCAL_VAT,
                FactCode.LOCAL_CIT);
        List<Situation> instant = new ArrayList<>();
        // written to base 3 (yes 0, no 1, unknown 2), the right answers are number 26283
        for (int number = 26283 % 109; number < 59049; number += 109) {
            Situation situation = aBranch();
            int rest = number;
            for (FactCode fact : ten) {
                situation = situation.with(fact, Answer.values()[rest % 3]);
                rest /= 3;
            }
            if (TABLES.decide(situation).isInstant()) {
                instant.add(situation);
            }
        }

        assertThat(instant).containsExactly(aBranch());
    }

    @ParameterizedTest
    @CsvSource({"02, B1", "03, B2"})
    void whoMergesOrDividesIsNeverInstant(String reason, String barrier) {
        Situation branch = aBranch();

        Assessment answer = TABLES.decide(new Situation(reason, "A", false, branch.facts()));

        assertThat(answer.isInstant()).isFalse();
        assertThat(answer.ground()).isEqualTo("BARRED");
        assertThat(codes(answer)).containsExactly(barrier);
    }

    @ParameterizedTest
    @CsvSource({"RELOCATING, TRUE, B3", "RELOCATING, UNKNOWN, B3", "ABNORMAL, TRUE, B4", "ABNORMAL, UNKNOWN, B4"})
    void whoMovesAwayOrIsAbnormalIsNeverInstant(FactCode fact, Answer answer, String barrier) {
        Assessment assessment = TABLES.decide(aBranch().with(fact, answer));

        assertThat(assessment.isInstant()).isFalse();
        assertThat(codes(assessment)).containsExactly(barrier);
    }

    @Test
    void aSimplifiedDeregistrationIsInstantFirst() {
        assertThat(TABLES.decide(aSimplifiedFirm()).ground()).isEqualTo("SIMPLIFIED");
        assertThat(TABLES.decide(aSimplifiedFirm().with(FactCode.NEVER_HANDLED, Answer.TRUE))
                        .ground())
                .isEqualTo("SIMPLIFIED");
    }

    @ParameterizedTest(name = "{0} {1} → {2}")
    @CsvSource({
        "LISTED_COMPANY,   TRUE,    S2",
        "LISTED_COMPANY,   UNKNOWN, S2",
        "BLACKLISTED,      TRUE,    S3",
        "BLACKLISTED,      UNKNOWN, S3",
        "UNDER_INSPECTION, TRUE,    S4",
        "UNDER_INSPECTION, UNKNOWN, S4",
        "INVOICES_DRAWN,   TRUE,    S5",
        "INVOICES_DRAWN,   UNKNOWN, S5",
        "FINE,             TRUE,    S6",
        "FINE,             UNKNOWN, S6",
    })
    void whatStandsAgainstTheSimplifiedWayIsNamed(FactCode fact, Answer answer, String condition) {
        Situation situation = aSimplifiedFirm().with(fact, answer);
        if (fact == FactCode.LISTED_COMPANY || fact == FactCode.BLACKLISTED) {
            // else the national exemption for those without invoices and debts takes them
            situation = situation.with(FactCode.NEVER_HANDLED, Answer.FALSE).with(FactCode.INVOICES_DRAWN, Answer.TRUE);
        }

        assertThat(codes(TABLES.decide(situation))).contains(condition);
    }

    @Test
    void withoutAnAnnouncementNothingIsSimplified() {
        Situation silent = new Situation("01", "", false, aSimplifiedFirm().facts());

        assertThat(TABLES.decide(silent).ground()).isEqualTo("NO_INVOICES_NO_DEBTS");
    }

    @Test
    void whoNeverHandledTaxMattersIsExempt() {
        Situation never =
                aFirm().with(FactCode.NEVER_HANDLED, Answer.TRUE).with(FactCode.DEVICE_CLEARED, Answer.UNKNOWN);

        Assessment answer = TABLES.decide(never);

        assertThat(answer.isInstant()).isTrue();
        assertThat(answer.ground()).isEqualTo("NEVER_HANDLED");
        assertThat(answer.needsPapers()).isFalse();
    }

    @Test
    void aCourtsRulingOnBankruptcyIsEnough() {
        Situation bankrupt = aFirm().with(FactCode.TAX_OWED, Answer.TRUE).with(FactCode.BANKRUPTCY_RULING, Answer.TRUE);

        assertThat(TABLES.decide(bankrupt).ground()).isEqualTo("BANKRUPTCY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "B"})
    void aGoodRatingIsInstantOnCommitment(String creditLevel) {
        Situation rated = new Situation("01", creditLevel, false, aFirm().facts());

        assertThat(TABLES.decide(rated).ground()).isEqualTo("COMMITMENT");
    }

    @Test
    void ratedMNeedsAParentThatIsRatedA() {
        Situation rated = new Situation("01", "M", false, aFirm().facts());

        assertThat(codes(TABLES.decide(rated))).containsExactly("N5");
        assertThat(TABLES.decide(rated.with(FactCode.PARENT_RATED_A, Answer.TRUE))
                        .ground())
                .isEqualTo("COMMITMENT");
    }

    @ParameterizedTest
    @EnumSource(
            value = FactCode.class,
            names = {"TALENT_FOUNDER", "FIXED_QUOTA", "BELOW_THRESHOLD"})
    void theOtherKindsOfTheCommitmentSystemAreInstantToo(FactCode kind) {
        Situation unrated = new Situation("01", "", false, aFirm().facts());

        assertThat(codes(TABLES.decide(unrated))).containsExactly("N5");
        assertThat(TABLES.decide(unrated.with(kind, Answer.TRUE)).isInstant()).isTrue();
    }

    @ParameterizedTest(name = "{0} {1} → {2}")
    @CsvSource({
        "UNDER_INSPECTION,         TRUE,    N1",
        "UNDER_INSPECTION,         UNKNOWN, N1",
        "LATE_FEE,                 TRUE,    N2",
        "LATE_FEE,                 UNKNOWN, N2",
        "SPECIAL_INVOICES_CLEARED, FALSE,   N3",
        "SPECIAL_INVOICES_CLEARED, UNKNOWN, N3",
        "DEVICE_CLEARED,           FALSE,   N4",
        "DEVICE_CLEARED,           UNKNOWN, N4",
    })
    void whatStandsAgainstTheCommitmentSystemIsNamed(FactCode fact, Answer answer, String condition) {
        assertThat(codes(TABLES.decide(aFirm().with(fact, answer)))).containsExactly(condition);
    }

    @Test
    void ofASilentApplicationNothingIsEstablished() {
        Assessment answer = TABLES.decide(new Situation("01", "", true, java.util.Map.of()));

        assertThat(answer.isInstant()).isFalse();
        assertThat(codes(answer)).containsExactly("B3", "B4", "S2", "S3", "S4", "S5", "S6");
    }

    @Test
    void theTablesHaveAVersion() {
        assertThat(TABLES.version()).matches("[0-9a-f]{12}").isEqualTo(new TrackTables().version());
    }

    private static List<String> codes(Assessment assessment) {
        return assessment.failing().stream().map(Condition::code).toList();
    }
}
