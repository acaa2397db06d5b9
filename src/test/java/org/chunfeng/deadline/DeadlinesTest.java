package org.chunfeng.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.chunfeng.ChunfengTest;
import org.chunfeng.OwnApplication;
import org.chunfeng.TestClock;
import org.chunfeng.calendar.CalendarFixture;
import org.chunfeng.calendar.CalendarImports;
import org.chunfeng.calendar.Decree;
import org.chunfeng.calendar.DecreeDay;
import org.chunfeng.calendar.DecreeFile;
import org.chunfeng.deadline.ClockEvent.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ChunfengTest
@OwnApplication
@Import(ClockTrial.class)
class DeadlinesTest {

    @Autowired
    private ClockTrial trial;

    @Autowired
    private TestClock time;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private ClockStarter starter;

    @Autowired
    private Breaches breaches;

    @Autowired
    private Suspensions suspensions;

    @Autowired
    private CalendarImports imports;

    @Autowired
    private CalendarReview review;

    @Autowired
    private CalendarPreview preview;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void model() {
        trial.deploy();
    }

    @AfterEach
    void backToRealTime() {
        time.reset();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }

    private String startAt(String local) {
        time.set(local);
        return trial.start(time.instant());
    }

    private void suspend(String caseNumber) {
        LocalDate end =
                LocalDate.ofInstant(time.instant(), ZoneId.of("Asia/Shanghai")).plusDays(30);
        long id = suspensions.request(
                new SuspensionRequest(caseNumber, null, SuspensionReason.INSPECTION, "左旗税稽〔2021〕7号", end, ""),
                "zuoqi.taxSource");
        suspensions.approve(id, "zuoqi.leaderOnDuty");
    }

    @Test
    void aStepAndItsCaseEachHaveTheirClockAndTasksAndTimersShowIt() {
        String refund = startAt("2021-02-05T15:00");

        assertThat(deadlines.openClocks(refund))
                .extracting(clock -> clock.step() + " " + clock.dueAt())
                .containsExactlyInAnyOrder(
                        "promise " + at("2021-02-19T18:00"),
                        "legalLimit " + trial.clock(refund, "legalLimit").dueAt(),
                        "sourceReview " + at("2021-02-10T18:00"));
        assertThat(trial.clock(refund, "legalLimit").rule().kind()).isEqualTo(ClockKind.LEGAL);
        trial.everythingAgrees(refund);
    }

    @Test
    void aClockIsWrittenOnceHoweverOftenItIsAskedFor() {
        String refund = startAt("2021-02-05T15:00");
        DeadlineClock source = trial.clock(refund, "sourceReview");

        assertThat(source.epoch()).isEqualTo(1);
        assertThat(deadlines.explanation(source.id()).events())
                .extracting(ClockEvent::kind, ClockEvent::newDueAt)
                .containsExactly(tuple(Kind.STARTED, at("2021-02-10T18:00")));
    }

    @Test
    void aStepEnteredAgainIsANewClock() {
        String refund = startAt("2021-02-05T15:00");
        deadlines.stop(refund, "sourceReview");
        time.set("2021-02-20T10:00");

        DeadlineClock again = transaction.execute(status -> starter.clock(refund, "sourceReview", "none"));

        assertThat(again.epoch()).isEqualTo(2);
        assertThat(again.dueAt()).isEqualTo(at("2021-02-25T18:00"));
        deadlines.stop(refund, "sourceReview");
    }

    @Test
    void aLateStepIsABreachEvenIfNoTimerEverRan() {
        String refund = startAt("2021-02-05T15:00");
        time.set("2021-02-18T16:00");

        trial.complete(refund, "sourceReview");

        assertThat(breaches.ofCase(refund)).singleElement().satisfies(breach -> {
            assertThat(breach.step()).isEqualTo("sourceReview");
            assertThat(breach.dueAt()).isEqualTo(at("2021-02-10T18:00"));
        });
        assertThat(trial.clock(refund, "accounting").dueAt()).isEqualTo(at("2021-02-20T18:00"));
        assertThat(trial.clock(refund, "promise").dueAt()).isEqualTo(at("2021-02-19T18:00"));
        trial.everythingAgrees(refund);
    }

    @Test
    void atTheDueInstantTheTimerRecordsTheBreachOnceAndTheStepGoesOn() {
        String refund = startAt("2021-02-05T15:00");
        time.set("2021-02-10T17:59:59");
        trial.fireDueTimers(refund);
        assertThat(breaches.ofCase(refund)).isEmpty();
        time.set("2021-02-10T18:00");

        trial.fireDueTimers(refund);
        trial.fireDueTimers(refund);
        trial.complete(refund, "sourceReview");

        assertThat(breaches.ofCase(refund)).extracting(Breach::step).containsExactly("sourceReview");
    }

    @Test
    void whatIsFinishedInTimeIsNoBreach() {
        String refund = startAt("2021-02-05T15:00");
        time.set("2021-02-10T17:59");

        trial.complete(refund, "sourceReview");
        time.set("2021-02-19T17:59");
        trial.complete(refund, "accounting");

        assertThat(breaches.ofCase(refund)).isEmpty();
        assertThat(deadlines.openClocks(refund)).isEmpty();
        assertThat(deadlines.standings(refund)).hasSize(4).noneMatch(Standing::overdue);
    }

    @Test
    void example16ASuspensionGivesItsWorkingDaysBackAndNothingFiresMeanwhile() {
        String refund = startAt("2021-04-06T10:00");
        time.set("2021-04-08T10:00");
        suspend(refund);

        assertThat(trial.clock(refund, "sourceReview").suspended()).isTrue();
        assertThat(trial.clock(refund, "sourceReview").dueAt()).isNull();
        trial.everythingAgrees(refund);
        time.set("2021-04-13T09:00");
        assertThat(trial.executable(refund)).isEmpty();
        assertThat(standing(refund, "sourceReview").remaining()).hasToString("3");
        assertThat(standing(refund, "sourceReview").overdue()).isFalse();
        suspensions.resumeCase(refund, "zuoqi.taxSource");

        assertThat(trial.overdueTimers(refund)).isEmpty();
        assertThat(trial.clock(refund, "sourceReview").dueAt()).isEqualTo(at("2021-04-15T18:00"));
        assertThat(trial.clock(refund, "promise").dueAt()).isEqualTo(at("2021-04-19T18:00"));
        trial.everythingAgrees(refund);
        assertThat(kinds(refund, "sourceReview")).containsExactly(Kind.STARTED, Kind.SUSPENDED, Kind.RESUMED);
    }

    private Standing standing(String caseNumber, String step) {
        return deadlines.standings(caseNumber).stream()
                .filter(standing -> standing.clock().step().equals(step))
                .findFirst()
                .orElseThrow();
    }

    private List<Kind> kinds(String caseNumber, String step) {
        return deadlines.explanation(trial.clock(caseNumber, step).id()).events().stream()
                .map(ClockEvent::kind)
                .toList();
    }

    @Test
    void aLimitOfTheLawIsNotSuspended() {
        String refund = startAt("2021-04-06T10:00");
        Instant before = trial.clock(refund, "legalLimit").dueAt();

        suspend(refund);

        assertThat(trial.clock(refund, "legalLimit").suspended()).isFalse();
        assertThat(trial.clock(refund, "legalLimit").dueAt()).isEqualTo(before);
    }

    @Test
    void aSuspensionAfterClosingDoesNotCureTheBreachOfThatDay() {
        String refund = startAt("2021-02-05T15:00");
        time.set("2021-02-10T18:30");

        suspend(refund);

        assertThat(trial.clock(refund, "sourceReview").dueAt()).isEqualTo(at("2021-02-10T18:00"));
        assertThat(standing(refund, "sourceReview").overdue()).isTrue();
        assertThat(trial.clock(refund, "promise").dueAt()).isNull();
        trial.everythingAgrees(refund);
        trial.fireDueTimers(refund);
        assertThat(breaches.ofCase(refund)).extracting(Breach::step).containsExactly("sourceReview");
    }

    @Test
    void resumedAfterClosingTheNextDayIsTheFirstToCount() {
        String refund = startAt("2021-04-06T10:00");
        time.set("2021-04-12T10:00");
        suspend(refund);
        time.set("2021-04-14T18:30");

        suspensions.resumeCase(refund, "zuoqi.taxSource");

        assertThat(trial.clock(refund, "sourceReview").dueAt()).isEqualTo(at("2021-04-15T18:00"));
        assertThat(trial.overdueTimers(refund)).isEmpty();
    }

    @Test
    void suspendedAndResumedOnTheSameDayNothingMoves() {
        String refund = startAt("2021-04-06T10:00");
        Instant before = trial.clock(refund, "sourceReview").dueAt();
        suspend(refund);
        time.set("2021-04-06T16:00");

        suspensions.resumeCase(refund, "zuoqi.taxSource");

        assertThat(trial.clock(refund, "sourceReview").dueAt()).isEqualTo(before);
        trial.everythingAgrees(refund);
    }

    @Test
    void aStepBegunWhileTheCaseIsSuspendedStandsStillFromItsStart() {
        String refund = startAt("2021-04-06T10:00");
        suspend(refund);

        trial.complete(refund, "sourceReview");

        assertThat(trial.clock(refund, "accounting").dueAt()).isNull();
        trial.everythingAgrees(refund);
        time.set("2021-04-20T10:00");
        assertThat(trial.executable(refund)).isEmpty();
        suspensions.resumeCase(refund, "zuoqi.taxSource");
        assertThat(trial.clock(refund, "accounting").dueAt()).isEqualTo(at("2021-04-21T18:00"));
        trial.everythingAgrees(refund);
    }

    @Test
    void aSuspensionNeedsADocumentASecondPersonAndSomethingToSuspend() {
        String refund = startAt("2021-04-06T10:00");
        var request =
                new SuspensionRequest(refund, null, SuspensionReason.INSPECTION, "7号", LocalDate.of(2021, 5, 1), "");
        long id = suspensions.request(request, "zuoqi.taxSource");

        assertThat(refusal(() -> suspensions.approve(id, "zuoqi.taxSource")))
                .isEqualTo(SuspensionRefused.Reason.SAME_PERSON);
        assertThat(refusal(() -> suspensions.resume(id, "zuoqi.taxSource")))
                .isEqualTo(SuspensionRefused.Reason.NOT_OPEN);
        suspensions.reject(id, "zuoqi.leaderOnDuty");
        assertThat(refusal(() -> suspensions.approve(id, "zuoqi.leaderOnDuty")))
                .isEqualTo(SuspensionRefused.Reason.NOT_PENDING);
        var withoutPaper =
                new SuspensionRequest(refund, null, SuspensionReason.INSPECTION, " ", LocalDate.of(2021, 5, 1), "");
        assertThat(refusal(() -> suspensions.request(withoutPaper, "zuoqi.taxSource")))
                .isEqualTo(SuspensionRefused.Reason.DOCUMENT_MISSING);
        var theLaw = new SuspensionRequest(
                refund,
                trial.clock(refund, "legalLimit").id(),
                SuspensionReason.INSPECTION,
                "7号",
                LocalDate.of(2021, 5, 1),
                "");
        assertThat(refusal(() -> suspensions.request(theLaw, "zuoqi.taxSource")))
                .isEqualTo(SuspensionRefused.Reason.NOTHING_TO_SUSPEND);
        assertThat(trial.clock(refund, "sourceReview").suspended()).isFalse();
    }

    private static SuspensionRefused.Reason refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(SuspensionRefused.class, call).reason();
    }

    @Test
    void aSuspensionThatOutlastsItsPlannedEndIsRemindedOfOnce() {
        String refund = startAt("2021-04-06T10:00");
        suspend(refund);
        time.set("2021-05-06T09:00");

        assertThat(suspensions.takeOverstayed())
                .extracting(SuspensionRecord::caseNumber)
                .contains(refund);
        assertThat(suspensions.takeOverstayed()).isEmpty();
    }

    @Test
    void aSignedDecreeMovesTheOpenClocksOnceAndBreachesStay() {
        String late = startAt("2026-11-09T10:00");
        time.set("2026-11-24T10:00");
        trial.fireDueTimers(late);
        String refund = trial.start(time.instant());
        int breachesBefore = breaches.ofCase(late).size();
        var changed = List.of(with2026(Stream.of(LocalDate.of(2026, 11, 25), LocalDate.of(2026, 11, 12))));
        assertThat(preview.of(imports.candidate(changed)).places())
                .extracting(MovedPlace::bureau)
                .contains("zuoqi");

        sign(changed);
        ReviewReport report = review.run();

        assertThat(report.moved()).isPositive();
        assertThat(report.examined()).isEqualTo(report.moved() + report.unchanged());
        assertThat(trial.clock(refund, "sourceReview").dueAt()).isEqualTo(at("2026-12-01T18:00"));
        assertThat(kinds(refund, "sourceReview")).containsExactly(Kind.STARTED, Kind.CALENDAR_CHANGED);
        trial.everythingAgrees(refund);
        assertThat(review.run().examined()).isZero();
        assertThat(review.progress().waiting()).isZero();
        assertThat(breachesBefore).isPositive();
        assertThat(breaches.ofCase(late)).hasSize(breachesBefore);
        sign(new DecreeFile().read(CalendarFixture.file()));
        review.run();
        assertThat(trial.clock(refund, "sourceReview").dueAt()).isEqualTo(at("2026-11-30T18:00"));
        trial.everythingAgrees(refund);
    }

    private void sign(List<Decree> decrees) {
        imports.draft(decrees, "alxa.levyAdmin").forEach(draft -> imports.sign(draft, "alxa.camunda-admin", "测试"));
    }

    private static Decree with2026(Stream<LocalDate> alsoOff) {
        Decree shipped = new DecreeFile()
                .read(CalendarFixture.file()).stream()
                        .filter(decree -> decree.year() == 2026)
                        .findFirst()
                        .orElseThrow();
        var days = Stream.concat(shipped.days().stream(), alsoOff.map(day -> new DecreeDay(day, false, "临时放假")));
        return new Decree(2026, "测试", days.toList());
    }

    @Test
    void aClockReckonedWithAnOldCalendarIsReckonedAnewBeforeItIsUsed() {
        String refund = startAt("2026-11-24T10:00");

        sign(List.of(with2026(Stream.of(LocalDate.of(2026, 11, 26)))));

        assertThat(trial.clock(refund, "sourceReview").dueAt()).isEqualTo(at("2026-12-01T18:00"));
        trial.everythingAgrees(refund);
        time.set("2026-11-30T18:00");
        trial.complete(refund, "sourceReview");
        assertThat(breaches.ofCase(refund)).isEmpty();
        sign(new DecreeFile().read(CalendarFixture.file()));
        review.run();
    }

    @Test
    void example25AMissingYearIsProvisionalAndSettledByItsDecree() {
        String refund = startAt("2026-12-28T10:00");
        DecreeDay newYear = new DecreeDay(LocalDate.of(2027, 1, 1), false, "元旦");
        DecreeDay makeUp = new DecreeDay(LocalDate.of(2027, 1, 3), true, "元旦(调休上班)");

        assertThat(trial.clock(refund, "sourceReview").provisional()).isTrue();
        assertThat(trial.clock(refund, "sourceReview").dueAt()).isEqualTo(at("2027-01-04T18:00"));
        assertThat(deadlines
                        .explanation(trial.clock(refund, "sourceReview").id())
                        .missingYears())
                .containsExactly(2027);
        sign(List.of(new Decree(2027, "测试", List.of(newYear, makeUp))));
        review.run();

        assertThat(trial.clock(refund, "sourceReview").provisional()).isFalse();
        assertThat(trial.clock(refund, "sourceReview").dueAt()).isEqualTo(at("2027-01-03T18:00"));
        trial.everythingAgrees(refund);
    }

    @Test
    void anotherBudgetMovesDueTimeTaskAndTimers() {
        String refund = startAt("2021-03-01T10:00");
        long source = trial.clock(refund, "sourceReview").id();

        deadlines.changeBudget(source, Budget.workingDays(6), "延期审批 3号");

        assertThat(trial.clock(refund, "sourceReview").dueAt()).isEqualTo(at("2021-03-09T18:00"));
        assertThat(deadlines.explanation(source).events()).last().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(Kind.BUDGET_CHANGED);
            assertThat(event.reason()).isEqualTo("延期审批 3号");
            assertThat(event.budget()).isEqualTo(Budget.workingDays(6));
            assertThat(event.oldDueAt()).isEqualTo(at("2021-03-05T18:00"));
        });
        trial.everythingAgrees(refund);
    }

    @Test
    void aWarningIsTakenOnce() {
        String refund = startAt("2021-02-05T15:00");
        DeadlineClock source = trial.clock(refund, "sourceReview");
        time.set("2021-02-08T09:00");

        assertThat(source.warnAt()).isEqualTo(time.instant());
        assertThat(deadlines.warned(source.id())).isTrue();
        assertThat(deadlines.warned(source.id())).isFalse();
    }

    @Test
    void anExportRefundIsWarnedOfButNeverABreachOfThePromise() {
        time.set("2021-03-01T10:00");
        String export = trial.start(time.instant(), "EXPORT");
        time.set("2021-03-10T18:00");

        assertThat(trial.clock(export, "promise").isOverdue(time.instant())).isTrue();
        trial.fireDueTimers(export);
        assertThat(breaches.ofCase(export)).extracting(Breach::step).containsExactly("sourceReview");
    }

    @Test
    void everyDueTimeCanBeRecomputedFromTheLedger() {
        String refund = startAt("2021-03-01T10:00");
        suspend(refund);
        time.set("2021-03-04T10:00");
        suspensions.resumeCase(refund, "zuoqi.taxSource");
        DeadlineClock stored = trial.clock(refund, "sourceReview");
        Explanation explanation = deadlines.explanation(stored.id());

        assertThat(explanation.days().get(explanation.days().size() - 1).day().date())
                .isEqualTo(stored.targetOn());
        assertThat(explanation.suspensions()).hasSize(1);
        assertThat(explanation.events()).last().extracting(ClockEvent::newDueAt).isEqualTo(stored.dueAt());
        assertThat(explanation.standing().remaining()).hasToString("4");
    }

    @Test
    void theLedgerAndTheBreachesAreAppendOnly() {
        String refund = startAt("2021-02-05T15:00");
        time.set("2021-02-10T18:00");
        trial.fireDueTimers(refund);

        for (String change : List.of(
                "delete from breach where case_number = ?",
                "update breach set due_at = now() where case_number = ?",
                "delete from clock_event where clock_id in (select clock_id from clock where case_number = ?)")) {
            assertThatThrownBy(() -> sql.sql(change).param(refund).update()).hasMessageContaining("append-only");
        }
    }
}
