package org.chunfeng.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chunfeng.calendar.CalendarFixture;
import org.chunfeng.deadline.CountedDay.Verdict;
import org.jspecify.annotations.Nullable;

/** 145,000 random deadlines a run against a count that is written the other way round ({@link Tape}). */
class ReckonerPropertyTest {

    private static final LocalTime CLOSING = LocalTime.of(18, 0);

    @Provide
    Arbitrary<Scenario> scenarios() {
        return Scenario.any();
    }

    @Provide
    Arbitrary<Scenario> lasting() {
        return Scenario.any(2);
    }

    private static @Nullable Instant closing(@Nullable LocalDate date) {
        return date == null ? null : Scenario.instant(date.atTime(CLOSING));
    }

    @Property(tries = 30_000)
    void workingDaysAgreeWithTheTape(@ForAll("lasting") Scenario scenario) {
        Instant due = scenario.reckon(Budget.workingDays(scenario.amount())).dueAt();

        assertThat(due)
                .isEqualTo(closing(new Tape(scenario).nthWorked(scenario.start().toLocalDate(), scenario.amount())));
    }

    @Property(tries = 20_000)
    void halfDaysAgreeWithTheTape(@ForAll("lasting") Scenario scenario) {
        Instant due =
                scenario.reckon(Budget.of(scenario.amount(), Unit.HALF_DAY)).dueAt();

        LocalDateTime expected = new Tape(scenario).nthHalf(scenario.start(), scenario.amount());
        assertThat(due).isEqualTo(expected == null ? null : Scenario.instant(expected));
    }

    @Property(tries = 10_000)
    void theSameDayAgreesWithTheTape(@ForAll("lasting") Scenario scenario) {
        Instant due = scenario.reckon(Budget.of(0, Unit.SAME_DAY)).dueAt();

        boolean late = !scenario.start().toLocalTime().isBefore(CLOSING);
        LocalDate before = scenario.start().toLocalDate().minusDays(late ? 0 : 1);
        assertThat(due).isEqualTo(closing(new Tape(scenario).nthWorked(before, 1)));
    }

    @Property(tries = 10_000)
    void monthEndsAndNamedDatesAgreeWithTheTape(@ForAll("lasting") Scenario scenario) {
        LocalDate start = scenario.start().toLocalDate();
        LocalDate monthEnd = YearMonth.from(start).plusMonths(1).atEndOfMonth();
        LocalDate named = start.plusDays(3L * scenario.amount());
        Tape tape = new Tape(scenario);

        assertThat(scenario.reckon(Budget.of(0, Unit.END_OF_NEXT_MONTH)).dueAt())
                .isEqualTo(closing(tape.named(start, monthEnd)));
        assertThat(scenario.reckon(Budget.until(named)).dueAt()).isEqualTo(closing(tape.named(start, named)));
    }

    @Property(tries = 10_000)
    void theLegalLimitAgreesWithTheTape(@ForAll("lasting") Scenario scenario) {
        LocalDate start = scenario.start().toLocalDate();
        int days = 2 * scenario.amount();
        Tape tape = new Tape(scenario);

        Instant due = scenario.reckon(Budget.of(days, Unit.CALENDAR_DAY)).dueAt();

        assertThat(due).isEqualTo(closing(tape.named(start, tape.paragraph109(start, days))));
    }

    @Property(tries = 10_000)
    void aChangedCalendarGivesWhatItWouldHaveGivenFromTheStart(
            @ForAll("lasting") Scenario scenario, @ForAll("lasting") Scenario decree) {
        Scenario changed = scenario.withCalendarOf(decree);
        Reckoning before = scenario.reckon(Budget.workingDays(scenario.amount()));

        Reckoning after = new Reckoner(changed.calendar(), CalendarFixture.HOURS)
                .reckon(before.startedAt(), before.budget(), scenario.suspended());

        assertThat(after.dueAt())
                .isEqualTo(closing(new Tape(changed).nthWorked(changed.start().toLocalDate(), changed.amount())));
    }

    @Property(tries = 20_000)
    void remainingAndOverrunAgreeWithTheTapeOnAnyDay(
            @ForAll("scenarios") Scenario scenario, @ForAll("scenarios") Scenario at) {
        Reckoning step = scenario.reckon(Budget.workingDays(scenario.amount()));
        LocalDate start = scenario.start().toLocalDate();
        LocalDate today = start.plusDays(at.amount() * 3L);
        Tape tape = new Tape(scenario);
        LocalDate due = tape.nthWorked(start, scenario.amount());

        assertThat(step.remaining(Scenario.instant(today.atTime(8, 0))))
                .isEqualTo(WorkTime.ofDays(
                        scenario.amount() - Math.min(scenario.amount(), tape.worked(start, today.minusDays(1)))));
        assertThat(step.overrun(Scenario.instant(today.atTime(8, 0))))
                .isEqualTo(WorkTime.ofDays(today.isAfter(due) ? tape.worked(due, today) : 0));
        assertThat(step.isOverdue(Scenario.instant(today.atTime(8, 0)))).isEqualTo(today.isAfter(due));
    }

    @Property(tries = 10_000)
    void anExplanationCountsExactlyTheBudgetAndEndsOnTheDueDay(@ForAll("scenarios") Scenario scenario) {
        Reckoning step = scenario.reckon(Budget.workingDays(scenario.amount()));
        Tape tape = new Tape(scenario);

        var days = step.days();

        assertThat(days.stream().filter(day -> day.verdict() == Verdict.COUNTED))
                .hasSize(scenario.amount());
        assertThat(days.get(days.size() - 1).day().date()).isEqualTo(step.dueOn());
        assertThat(days)
                .allSatisfy(day -> assertThat(day.day().working())
                        .isEqualTo(tape.isWorked(day.day().date())));
    }

    @Property(tries = 10_000)
    void freezingAndResumingGivesBackWhatWasLeft(@ForAll("scenarios") Scenario scenario) {
        LocalDate from = scenario.start().toLocalDate().plusDays(scenario.amount());
        var open = new ArrayList<>(scenario.suspended());
        open.add(new Suspension(from, null));
        var reckoner = new Reckoner(scenario.calendar(), CalendarFixture.HOURS);
        Budget budget = Budget.workingDays(scenario.amount());
        Reckoning frozen = reckoner.reckon(scenario.startedAt(), budget, open);
        LocalDate resumedOn = from.plusDays(7);
        open.set(open.size() - 1, new Suspension(from, resumedOn));

        Reckoning resumed = reckoner.reckon(scenario.startedAt(), budget, open);

        Instant morning = Scenario.instant(resumedOn.atTime(0, 0));
        assertThat(resumed.remaining(morning)).isEqualTo(frozen.remaining(morning));
        assertThat(resumed.isOverdue(morning)).isEqualTo(frozen.isOverdue(morning));
    }

    @Property(tries = 10_000)
    void warningsComeSoManyWorkingDaysBeforeOrNotBeforeTheDueTime(
            @ForAll("scenarios") Scenario scenario, @ForAll("scenarios") Scenario other) {
        Reckoning step = scenario.reckon(Budget.workingDays(scenario.amount()));
        int lead = other.amount() % 4;

        Instant warnAt = step.warnAt(Lead.ofWorkingDays(lead));

        LocalDate day = new Tape(scenario).nthWorkedBefore(step.dueOn(), lead);
        Instant opening = Scenario.instant(day.atTime(9, 0));
        assertThat(warnAt).isEqualTo(opening.isAfter(step.startedAt()) ? opening : step.dueAt());
    }

    @Property(tries = 5_000)
    void aLaterStartIsNeverDueEarlier(@ForAll("scenarios") Scenario scenario, @ForAll("scenarios") Scenario other) {
        var reckoner = new Reckoner(scenario.calendar(), CalendarFixture.HOURS);
        Instant later = scenario.startedAt().plusSeconds(3600L * other.amount());
        Budget budget = Budget.workingDays(scenario.amount());

        assertThat(reckoner.reckon(later, budget, scenario.suspended()).dueAt())
                .isAfterOrEqualTo(reckoner.reckon(scenario.startedAt(), budget, scenario.suspended())
                        .dueAt());
    }
}
