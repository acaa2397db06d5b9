package org.chunfeng.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

class DeadlineTableTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Set<String> ASKED = new HashSet<>();
    private static final DeadlineTable TABLE = table();

    private static DeadlineTable table() {
        try {
            return new DeadlineTable();
        } catch (IOException gone) {
            throw new java.io.UncheckedIOException(gone);
        }
    }

    @ParameterizedTest(name = "{0} {1} {2} → {4} {5}, {6} from {7}")
    @CsvSource({
        "acceptRefund,         SETTLEMENT, SMALL,   refund_acceptRefund,         0,  SAME_DAY,          INTERNAL, STEP,     true,  0, 60",
        "supplementMaterials,  SETTLEMENT, SMALL,   refund_supplementMaterials,  10, WORKING_DAY,       INTERNAL, STEP,     false, 2,",
        "permitSupplement,     SETTLEMENT, SMALL,   refund_permitSupplement,     0,  SAME_DAY,          INTERNAL, STEP,     true,  0, 60",
        "sourceReview,         SETTLEMENT, SMALL,   refund_sourceReview,         4,  WORKING_DAY,       INTERNAL, STEP,     true,  2,",
        "accounting,           EXPORT,     GENERAL, refund_accounting,           2,  WORKING_DAY,       INTERNAL, STEP,     true,  1,",
        "awaitTreasury,        SETTLEMENT, SMALL,   refund_awaitTreasury,        3,  WORKING_DAY,       INTERNAL, SENT,     false, 1,",
        "chaseTreasury,        SETTLEMENT, SMALL,   refund_chaseTreasury,        1,  WORKING_DAY,       INTERNAL, STEP,     true,  0,",
        "correctAccount,       SETTLEMENT, SMALL,   refund_correctAccount,       1,  WORKING_DAY,       INTERNAL, STEP,     true,  0,",
        "confirmAccount,       SETTLEMENT, SMALL,   refund_confirmAccount,       1,  WORKING_DAY,       INTERNAL, STEP,     true,  0,",
        "solveTechnicalFault,  SETTLEMENT, SMALL,   refund_solveTechnicalFault,  1,  WORKING_DAY,       INTERNAL, STEP,     true,  0,",
        "approveExpedite,      SETTLEMENT, SMALL,   refund_approveExpedite,      0,  SAME_DAY,          INTERNAL, STEP,     true,  0, 60",
        "expediteRefund,       SETTLEMENT, SMALL,   refund_expediteRefund,       1,  WORKING_DAY,       INTERNAL, STEP,     false, 0,",
        "promise,              SETTLEMENT, SMALL,   refund_promise,              6,  WORKING_DAY,       PROMISE,  ACCEPTED, true,  2,",
        "promise,              EXPORT,     GENERAL, refund_promise_export,       7,  WORKING_DAY,       PROMISE,  ACCEPTED, false, 2,",
        "legalLimit,           EXPORT,     GENERAL, refund_legalLimit,           30, CALENDAR_DAY,      LEGAL,    APPLIED,  true,  5,",
        "explainDelay,         BREACH,     SMALL,   audit_explainDelay,          2,  WORKING_DAY,       INTERNAL, STEP,     false, 1,",
        "referBreach,          BREACH,     SMALL,   audit_referBreach,           1,  WORKING_DAY,       INTERNAL, STEP,     false, 0,",
        "examineBreach,        BREACH,     SMALL,   audit_examineBreach,         10, WORKING_DAY,       INTERNAL, STEP,     true,  2,",
        "approveSuspension,    SETTLEMENT, SMALL,   suspension_approveSuspension, 0, SAME_DAY,          INTERNAL, STEP,     true,  0, 60",
        "resumeCase,           SETTLEMENT, SMALL,   suspension_resumeCase,       0,  SAME_DAY,          INTERNAL, PLANNED_END, false, 0,",
        "followUp,             REFUND_SAMPLE, OTHER, supervision_followUp,       3,  WORKING_DAY,       INTERNAL, STEP,     true,  1,",
        "deregistration,       GENERAL_FLOW, GENERAL, deregistration_general,    10, WORKING_DAY,       PROMISE,  ACCEPTED, true,  2,",
        "deregistration,       GENERAL_FLOW, SMALL, deregistration_other,        5,  WORKING_DAY,       PROMISE,  ACCEPTED, true,  1,",
        "deregistration,       GENERAL_FLOW, OTHER, deregistration_other,        5,  WORKING_DAY,       PROMISE,  ACCEPTED, true,  1,",
        "confirmZeroDeclarations, TAX_CLEARANCE, SMALL, deregistration_confirmZeroDeclarations, 10, WORKING_DAY, INTERNAL, STEP, false, 2,",
        "fulfilCommitment,     TAX_CLEARANCE, SMALL, deregistration_fulfilCommitment, 20, WORKING_DAY, INTERNAL, STEP, false, 3,",
        "longSuspension,      TAX_CLEARANCE, SMALL, deregistration_longSuspension, 60, WORKING_DAY,  INTERNAL, STEP,     false, 0,",
        "tellOpenItems,        TAX_CLEARANCE, SMALL, deregistration_tellOpenItems, 1, WORKING_DAY,    INTERNAL, STEP,     false, 0,",
        "classifyOverpayment,  STOCK,      SMALL,   overpayment_stock,           0,  FIXED_DATE,        INTERNAL, ARISEN,   true,  5,",
        "classifyOverpayment,  INCREMENT,  SMALL,   overpayment_increment,       0,  END_OF_NEXT_MONTH, INTERNAL, ARISEN,   true,  5,",
        "confirmRefund,        STOCK,      OTHER,   overpayment_confirmRefund,   1,  WORKING_DAY,       INTERNAL, STEP,     true,  0,",
        "recordOffset,         STOCK,      OTHER,   overpayment_recordOffset,    2,  WORKING_DAY,       INTERNAL, STEP,     true,  1,",
        "fixDeclaration,       INCREMENT,  OTHER,   overpayment_fixDeclaration,  5,  WORKING_DAY,       INTERNAL, STEP,     false, 2,",
        "awaitRecheck,         INCREMENT,  OTHER,   overpayment_awaitRecheck,    90, CALENDAR_DAY,      INTERNAL, STEP,     false, 0,",
        "reclassifyOverpayment, STOCK,     OTHER,   overpayment_reclassifyOverpayment, 0, END_OF_NEXT_MONTH, INTERNAL, STEP, true, 5,",
        "handleTicket,         FAULT,      OTHER,   ops_handleTicket,            1,  WORKING_DAY,       INTERNAL, APPLIED,  true,  0,",
        "awaitRegion,          FAULT,      OTHER,   ops_awaitRegion,             5,  WORKING_DAY,       INTERNAL, STEP,     false, 1,",
        "confirmSolution,      FAULT,      OTHER,   ops_confirmSolution,         2,  WORKING_DAY,       INTERNAL, STEP,     false, 1,",
        "collectPropertyTax,   PROPERTY,   OTHER,   property_collectPropertyTax, 1,  HALF_DAY,          INTERNAL, STEP,     true,  0,",
    })
    void everyStepHasItsRow(
            String step,
            String matter,
            String taxpayerClass,
            String id,
            int amount,
            Unit unit,
            ClockKind kind,
            StartsFrom startsFrom,
            boolean escalates,
            int warnBefore,
            Integer warnAfterMinutes) {
        var rule = TABLE.rule(step, matter, taxpayerClass, TODAY);
        ASKED.add(rule.id());

        assertThat(rule.id()).isEqualTo(id);
        assertThat(rule.budget().amount()).isEqualTo(amount);
        assertThat(rule.budget().unit()).isEqualTo(unit);
        assertThat(rule.kind()).isEqualTo(kind);
        assertThat(rule.startsFrom()).isEqualTo(startsFrom);
        assertThat(rule.escalates()).isEqualTo(escalates);
        assertThat(rule.lead()).isEqualTo(new Lead(warnBefore, warnAfterMinutes));
        assertThat(rule.source()).matches(".*[（第].+");
    }

    @AfterAll
    static void everyRowWasAsked() throws IOException {
        var model = Dmn.readModelFromStream(new ClassPathResource("bpmn/deadline/deadline.dmn").getInputStream());
        var rows = model.getModelElementsByType(Rule.class);

        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(
                        row -> assertThat(row.getDescription().getTextContent()).isNotBlank());
        assertThat(rows).extracting(Rule::getId).containsExactlyInAnyOrderElementsOf(ASKED);
    }

    @Test
    void theStockIsDueOnTheNamedDate() {
        assertThat(TABLE.rule("classifyOverpayment", "STOCK", "OTHER", TODAY).budget())
                .isEqualTo(Budget.until(LocalDate.of(2021, 3, 31)));
    }

    @Test
    void aStepWithoutARowFailsLoudly() {
        assertThatThrownBy(() -> TABLE.rule("cookRefund", "SETTLEMENT", "SMALL", TODAY))
                .isInstanceOf(RuleMissing.class)
                .hasMessageContaining("0 rows")
                .hasMessageContaining("cookRefund");
    }

    @Test
    void aRowIsValidFromItsDayOn() {
        assertThat(TABLE.rule("sourceReview", "SETTLEMENT", "SMALL", LocalDate.of(2021, 1, 1))
                        .id())
                .isEqualTo("refund_sourceReview");
        assertThatThrownBy(() -> TABLE.rule("sourceReview", "SETTLEMENT", "SMALL", LocalDate.of(2020, 12, 31)))
                .isInstanceOf(RuleMissing.class);
        assertThat(TABLE.rule("legalLimit", "SETTLEMENT", "SMALL", LocalDate.of(2020, 12, 31))
                        .id())
                .isEqualTo("refund_legalLimit");
    }
}
