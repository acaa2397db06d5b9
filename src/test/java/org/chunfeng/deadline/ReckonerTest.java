package org.chunfeng.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.chunfeng.calendar.CalendarFixture;
import org.chunfeng.deadline.CountedDay.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of the bureau's rules about days; the numbers in the names are those of the domain guide, section 7. */
class ReckonerTest {

    private final Reckoner reckoner = new Reckoner(CalendarFixture.shipped(), CalendarFixture.HOURS);

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }

    private static Suspension suspension(String from, String to) {
        return new Suspension(LocalDate.parse(from), LocalDate.parse(to));
    }

    private Instant due(String start, Budget budget) {
        return reckoner.reckon(at(start), budget).dueAt();
    }

    private Instant due(String start, int workingDays) {
        return due(start, Budget.workingDays(workingDays));
    }

    @Test
    void example1RefundBeforeSpringFestivalCountsTheSundayWorked() {
        assertThat(due("2021-02-05T15:00", 4)).isEqualTo(at("2021-02-10T18:00"));
        assertThat(due("2021-02-05T15:00", 6)).isEqualTo(at("2021-02-19T18:00"));
    }

    @Test
    void example2AccountingStartsOnTheLastDayBeforeTheFestival() {
        assertThat(due("2021-02-10T17:30", 2)).isEqualTo(at("2021-02-19T18:00"));
    }

    @Test
    void example3AcceptedOnANormalSaturday() {
        assertThat(due("2021-02-06T11:00", 4)).isEqualTo(at("2021-02-10T18:00"));
    }

    @Test
    void example4AcceptedOnASundayWorked() {
        assertThat(due("2021-02-07T10:00", 4)).isEqualTo(at("2021-02-18T18:00"));
    }

    @Test
    void example5SourceLateAccountingInTimeCaseLate() {
        Reckoning source = reckoner.reckon(at("2021-02-05T15:00"), Budget.workingDays(4));
        Reckoning accounting = reckoner.reckon(at("2021-02-18T16:00"), Budget.workingDays(2));
        Reckoning promise = reckoner.reckon(at("2021-02-05T15:00"), Budget.workingDays(6));
        Instant paid = at("2021-02-20T10:00");

        assertThat(source.overrun(at("2021-02-18T16:00"))).isEqualTo(WorkTime.ofDays(1));
        assertThat(accounting.dueAt()).isEqualTo(at("2021-02-20T18:00"));
        assertThat(accounting.isOverdue(paid)).isFalse();
        assertThat(promise.isOverdue(paid)).isTrue();
        assertThat(promise.overrun(paid)).isEqualTo(WorkTime.ofDays(1));
    }

    @Test
    void example7StockOverpaymentIsDueOnTheNamedDate() {
        var stock = Budget.until(LocalDate.of(2021, 3, 31));

        assertThat(due("2021-02-28T00:00", stock)).isEqualTo(at("2021-03-31T18:00"));
        assertThat(due("2021-02-28T00:00", Budget.of(0, Unit.END_OF_NEXT_MONTH)))
                .isEqualTo(at("2021-03-31T18:00"));
    }

    @Test
    void example8IncrementIsDueAtTheEndOfTheNextMonth() {
        assertThat(due("2021-03-01T00:00", Budget.of(0, Unit.END_OF_NEXT_MONTH)))
                .isEqualTo(at("2021-04-30T18:00"));
    }

    @Test
    void example9OldStockIsDueOnTheNamedDateNotAMonthLater() {
        Reckoning old = reckoner.reckon(at("2021-01-15T00:00"), Budget.until(LocalDate.of(2021, 3, 31)));
        Reckoning ancient = reckoner.reckon(at("2015-06-01T00:00"), Budget.until(LocalDate.of(2021, 3, 31)));

        assertThat(old.dueAt()).isEqualTo(at("2021-03-31T18:00"));
        assertThat(ancient.dueAt()).isEqualTo(at("2021-03-31T18:00"));
        assertThat(ancient.isProvisional()).isFalse();
    }

    @Test
    void example13GeneralDeregistrationOverMidAutumnAndNationalDay() {
        assertThat(due("2021-09-17T09:30", 10)).isEqualTo(at("2021-10-08T18:00"));
    }

    @Test
    void example14SmallScaleAcceptedOnASundayWorked() {
        assertThat(due("2021-09-26T16:00", 5)).isEqualTo(at("2021-10-08T18:00"));
    }

    @Test
    void example16SuspensionOfThreeWorkingDaysGivesThemBack() {
        Instant accepted = at("2021-04-06T10:00");
        var suspended = List.of(suspension("2021-04-08", "2021-04-13"));

        assertThat(due("2021-04-06T10:00", 5)).isEqualTo(at("2021-04-13T18:00"));
        assertThat(reckoner.reckon(accepted, Budget.workingDays(5), suspended).dueAt())
                .isEqualTo(at("2021-04-16T18:00"));
    }

    @Test
    void example18OverlappingSuspensionsAreUnitedNotAdded() {
        Instant accepted = at("2021-06-07T10:00");
        var suspended = List.of(suspension("2021-06-09", "2021-06-16"), suspension("2021-06-11", "2021-06-18"));

        assertThat(due("2021-06-07T10:00", 10)).isEqualTo(at("2021-06-22T18:00"));
        assertThat(reckoner.reckon(accepted, Budget.workingDays(10), suspended).dueAt())
                .isEqualTo(at("2021-06-30T18:00"));
    }

    @Test
    void example20TheTreasuryIsChasedWhenTheThirdDayCloses() {
        Reckoning wait = reckoner.reckon(at("2021-04-30T16:00"), Budget.workingDays(3));

        assertThat(wait.dueAt()).isEqualTo(at("2021-05-08T18:00"));
        assertThat(wait.isOverdue(at("2021-05-08T17:59"))).isFalse();
        assertThat(wait.isOverdue(at("2021-05-08T18:00"))).isTrue();
    }

    @Test
    void example21BranchInTheGeneralFlow() {
        assertThat(due("2021-03-01T10:00", 5)).isEqualTo(at("2021-03-08T18:00"));
        assertThat(due("2021-03-01T10:00", 10)).isEqualTo(at("2021-03-15T18:00"));
    }

    @Test
    void example25AMissingYearMakesTheDateProvisionalAndNeverNewYear() {
        Reckoning source = reckoner.reckon(at("2026-12-28T10:00"), Budget.workingDays(4));

        assertThat(source.isProvisional()).isTrue();
        assertThat(source.missingYears()).containsExactly(2027);
        assertThat(source.dueAt()).isEqualTo(at("2027-01-04T18:00"));
        assertThat(reckoner.reckon(at("2026-12-28T10:00"), Budget.workingDays(3))
                        .isProvisional())
                .isFalse();
    }

    @Test
    void example31Today() {
        assertThat(due("2026-11-23T16:00", 4)).isEqualTo(at("2026-11-27T18:00"));
        assertThat(due("2026-11-23T16:00", 6)).isEqualTo(at("2026-12-01T18:00"));
        assertThat(due("2026-09-18T10:00", 4)).isEqualTo(at("2026-09-23T18:00"));
        assertThat(due("2026-09-18T10:00", 6)).isEqualTo(at("2026-09-28T18:00"));
    }

    @Test
    void tenDaysPausedOverNationalDayGiveBackTheRemainingSixAndNotCalendarDays() {
        var suspended = List.of(suspension("2021-09-25", "2021-10-11"));

        assertThat(reckoner.reckon(at("2021-09-17T10:00"), Budget.workingDays(10), suspended)
                        .dueAt())
                .isEqualTo(at("2021-10-18T18:00"));
    }

    @ParameterizedTest(name = "evening, night and day off: {0} still is its local date")
    @CsvSource({
        "2026-11-23T18:00, 2026-11-24T18:00",
        "2026-11-23T23:59:59, 2026-11-24T18:00",
        "2026-11-24T00:00, 2026-11-25T18:00",
        "2026-11-28T12:00, 2026-11-30T18:00",
        "2026-09-20T08:59, 2026-09-21T18:00",
    })
    void aStartIsItsLocalDate(String start, String expected) {
        assertThat(due(start, 1)).isEqualTo(at(expected));
    }

    @ParameterizedTest(name = "same day: {0} → {1}")
    @CsvSource({
        "2026-11-23T08:00, 2026-11-23T18:00",
        "2026-11-23T17:59, 2026-11-23T18:00",
        "2026-11-23T18:00, 2026-11-24T18:00",
        "2026-11-27T19:00, 2026-11-30T18:00",
        "2026-11-28T10:00, 2026-11-30T18:00",
        "2026-09-20T10:00, 2026-09-20T18:00",
    })
    void theSameDayEndsAtClosingAndStartsAgainAtTheNextOpening(String start, String expected) {
        assertThat(due(start, Budget.of(0, Unit.SAME_DAY))).isEqualTo(at(expected));
    }

    @ParameterizedTest(name = "{1} half days from {0} → {2}")
    @CsvSource({
        "2026-11-23T10:00, 1, 2026-11-23T18:00",
        "2026-11-23T08:59, 1, 2026-11-23T18:00",
        "2026-11-23T12:30, 1, 2026-11-23T18:00",
        "2026-11-23T15:00, 1, 2026-11-24T12:00",
        "2026-11-23T18:30, 1, 2026-11-24T12:00",
        "2026-11-28T10:00, 1, 2026-11-30T12:00",
        "2026-11-27T16:00, 2, 2026-11-30T18:00",
        "2026-11-23T10:00, 2, 2026-11-24T12:00",
        "2026-11-23T10:00, 3, 2026-11-24T18:00",
    })
    void halfDaysEndAtNoonOrClosing(String start, int halves, String expected) {
        assertThat(due(start, Budget.of(halves, Unit.HALF_DAY))).isEqualTo(at(expected));
    }

    @Test
    void aMonthEndOnADayOffStaysAndTheTargetIsTheLastWorkingDayBefore() {
        Reckoning increment = reckoner.reckon(at("2026-09-10T00:00"), Budget.of(0, Unit.END_OF_NEXT_MONTH));

        assertThat(increment.dueAt()).isEqualTo(at("2026-10-31T18:00"));
        assertThat(increment.targetOn()).isEqualTo("2026-10-30");
    }

    @ParameterizedTest(name = "warning {2} working days before the end of {1} from {0} → {3}")
    @CsvSource({
        "2021-02-05T15:00, 6, 2, 2021-02-10T09:00",
        "2021-02-05T15:00, 4, 1, 2021-02-09T09:00",
        "2021-04-30T16:00, 3, 1, 2021-05-07T09:00",
        "2026-11-23T08:00, 1, 0, 2026-11-24T09:00",
        "2026-11-23T08:00, 1, 1, 2026-11-23T09:00",
        "2026-11-23T10:00, 1, 1, 2026-11-24T18:00",
        "2026-11-23T10:00, 1, 2, 2026-11-24T18:00",
    })
    void theWarningComesAtOpeningOrNotAtAll(String start, int days, int lead, String expected) {
        Reckoning step = reckoner.reckon(at(start), Budget.workingDays(days));

        assertThat(step.warnAt(Lead.ofWorkingDays(lead))).isEqualTo(at(expected));
    }

    @ParameterizedTest(name = "60 minutes from {0} → {1}")
    @CsvSource({
        "2026-11-23T10:00, 2026-11-23T11:00",
        "2026-11-23T17:30, 2026-11-23T18:00",
        "2026-11-28T10:00, 2026-11-30T10:00",
        "2026-11-23T06:00, 2026-11-23T10:00",
    })
    void aWarningInMinutesWaitsForOpeningAndEndsWithTheDay(String start, String expected) {
        Reckoning step = reckoner.reckon(at(start), Budget.of(0, Unit.SAME_DAY));

        assertThat(step.warnAt(Lead.ofMinutes(60))).isEqualTo(at(expected));
    }

    @ParameterizedTest(name = "thirty days of the law from {0} → {1}")
    @CsvSource({
        // no rest of three days: only the end moves (Sunday 2026-12-20 would, Wednesday stays)
        "2026-11-23T10:00, 2026-12-23T18:00",
        "2026-11-20T10:00, 2026-12-21T18:00",
        // Mid-autumn (3) and National Day (7) give ten working days after Friday 15 October
        "2021-09-15T10:00, 2021-10-29T18:00",
    })
    void theLegalLimitIsExtendedByParagraph109(String start, String expected) {
        assertThat(due(start, Budget.of(30, Unit.CALENDAR_DAY))).isEqualTo(at(expected));
    }

    @ParameterizedTest(name = "the filing period of the fifteen days after {0} ended on {1}")
    @CsvSource({"2020-12-31, 2021-01-20", "2021-01-31, 2021-02-23", "2021-09-30, 2021-10-26"})
    void paragraph109ReproducesTheFilingDatesOfTheTaxAdministration(String before, LocalDate expected) {
        Reckoning period = reckoner.reckon(at(before + "T10:00"), Budget.of(15, Unit.CALENDAR_DAY));

        assertThat(period.dueOn()).isEqualTo(expected);
    }

    @Test
    void remainingTimeIsKeptToTheHalfDay() {
        Reckoning step = reckoner.reckon(at("2026-11-23T10:00"), Budget.workingDays(4));

        assertThat(step.remaining(at("2026-11-23T10:00"))).hasToString("4");
        assertThat(step.remaining(at("2026-11-26T11:59"))).hasToString("2");
        assertThat(step.remaining(at("2026-11-26T12:00"))).hasToString("1.5");
        assertThat(step.remaining(at("2026-11-27T17:59"))).hasToString("0.5");
        assertThat(step.remaining(at("2026-11-27T18:00"))).hasToString("0");
    }

    @Test
    void overrunCountsWorkingDaysBegunAndStopsWhileSuspended() {
        var suspended = List.of(suspension("2026-12-01", "2026-12-03"));

        Reckoning step = reckoner.reckon(at("2026-11-23T10:00"), Budget.workingDays(4), suspended);

        assertThat(step.overrun(at("2026-11-27T18:30"))).hasToString("0");
        assertThat(step.overrun(at("2026-11-29T10:00"))).hasToString("0");
        assertThat(step.overrun(at("2026-11-30T00:01"))).hasToString("1");
        assertThat(step.overrun(at("2026-12-02T12:00"))).hasToString("1");
        assertThat(step.overrun(at("2026-12-03T12:00"))).hasToString("2");
    }

    @Test
    void anOpenSuspensionMakesItNeitherDueNorOverdueAndFreezesWhatIsLeft() {
        var open = List.of(new Suspension(LocalDate.of(2026, 11, 26), null));

        Reckoning step = reckoner.reckon(at("2026-11-23T10:00"), Budget.workingDays(4), open);

        assertThat(step.isStandingStill()).isTrue();
        assertThat(step.dueAt()).isNull();
        assertThat(step.warnAt(Lead.ofWorkingDays(1))).isNull();
        assertThat(step.isOverdue(at("2027-06-01T00:00"))).isFalse();
        assertThat(step.remaining(at("2026-12-20T10:00"))).hasToString("2");
    }

    @Test
    void aSuspensionAfterTheDueTimeDoesNotCureTheBreach() {
        var open = List.of(new Suspension(LocalDate.of(2026, 11, 28), null));

        Reckoning step = reckoner.reckon(at("2026-11-23T10:00"), Budget.workingDays(4), open);

        assertThat(step.isOverdue(at("2026-11-27T18:00"))).isTrue();
        assertThat(step.overrun(at("2026-12-20T10:00"))).hasToString("0");
    }

    @Test
    void aSuspensionOverTheDueDayOfANamedDateGivesBackItsWorkingDays() {
        var suspended = List.of(suspension("2021-03-30", "2021-04-07"));

        Reckoning stock = reckoner.reckon(at("2021-03-01T00:00"), Budget.until(LocalDate.of(2021, 3, 31)), suspended);

        assertThat(stock.dueAt()).isEqualTo(at("2021-04-08T18:00"));
    }

    @Test
    void everyDayIsExplained() {
        var suspended = List.of(suspension("2021-02-08", "2021-02-09"));

        var days = reckoner.reckon(at("2021-02-05T15:00"), Budget.workingDays(4), suspended)
                .days();

        assertThat(days)
                .extracting(CountedDay::verdict)
                .containsExactly(
                        Verdict.START,
                        Verdict.WEEKEND,
                        Verdict.COUNTED,
                        Verdict.SUSPENDED,
                        Verdict.COUNTED,
                        Verdict.COUNTED,
                        Verdict.HOLIDAY,
                        Verdict.HOLIDAY,
                        Verdict.HOLIDAY,
                        Verdict.HOLIDAY,
                        Verdict.HOLIDAY,
                        Verdict.HOLIDAY,
                        Verdict.HOLIDAY,
                        Verdict.COUNTED);
        assertThat(days.get(2).day().name()).isEqualTo("春节(调休上班)");
        assertThat(days.get(6).day().name()).isEqualTo("春节");
    }
}
