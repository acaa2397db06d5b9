package org.chunfeng.calendarpage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.chunfeng.calendar.CalendarDays;
import org.chunfeng.calendar.OfficeHours;
import org.chunfeng.casefile.Bureaus;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.deadline.Budget;
import org.chunfeng.deadline.CountedDay;
import org.chunfeng.deadline.DeadlineCalculator;
import org.chunfeng.deadline.DeadlineClock;
import org.chunfeng.deadline.Explanation;
import org.chunfeng.deadline.Reckoning;
import org.chunfeng.deadline.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Explains a due time, whether a clock has it or somebody merely asks: both in the same words. */
@Component
class Explainer {

    private final DeadlineCalculator calculator;
    private final CalendarDays calendar;
    private final CaseFiles cases;
    private final Bureaus bureaus;
    private final OfficeHours hours;
    private final Sentences sentences;
    private final DayTexts days;
    private final Histories histories;
    private final Wording wording;

    Explainer(
            DeadlineCalculator calculator,
            CalendarDays calendar,
            CaseFiles cases,
            Bureaus bureaus,
            OfficeHours hours,
            Sentences sentences,
            DayTexts days,
            Histories histories,
            Wording wording) {
        this.calculator = calculator;
        this.calendar = calendar;
        this.cases = cases;
        this.bureaus = bureaus;
        this.hours = hours;
        this.sentences = sentences;
        this.days = days;
        this.histories = histories;
        this.wording = wording;
    }

    /** What a deadline is reckoned from, and what came out. */
    private record Sum(
            Instant startedAt,
            Budget budget,
            @Nullable Instant dueAt,
            @Nullable LocalDate targetOn,
            List<CountedDay> days,
            SortedSet<Integer> missingYears,
            long version) {}

    Explained of(Instant startedAt, Budget budget) {
        Reckoning reckoning = calculator.reckon(startedAt, budget);
        var sum = new Sum(
                startedAt,
                budget,
                reckoning.dueAt(),
                reckoning.targetOn(),
                reckoning.days(),
                reckoning.missingYears(),
                calendar.current().version());
        return explained(null, sum, List.of(), List.of());
    }

    Explained of(Explanation explanation) {
        DeadlineClock clock = explanation.standing().clock();
        var sum = new Sum(
                clock.startedAt(),
                clock.rule().budget(),
                clock.dueAt(),
                clock.targetOn(),
                explanation.days(),
                explanation.missingYears(),
                clock.calendarVersion());
        return explained(
                subject(explanation.standing()),
                sum,
                histories.suspended(explanation.suspensions()),
                histories.of(explanation.events()));
    }

    private Explained explained(
            Explained.@Nullable Subject clock,
            Sum sum,
            List<Explained.Suspended> suspensions,
            List<Explained.Happened> history) {
        LocalDate dueOn = sum.dueAt() == null ? null : hours.dateOf(sum.dueAt());
        List<String> told = new ArrayList<>(sentences.of(sum.startedAt(), sum.budget(), sum.dueAt(), sum.days()));
        if (!sum.missingYears().isEmpty()) {
            told.add(sentences.provisional(sum.missingYears()));
        }
        return new Explained(
                clock,
                sum.budget().unit(),
                sum.budget().amount(),
                sum.budget().fixedDate(),
                sum.startedAt(),
                sum.dueAt(),
                wording.moment(sum.dueAt()),
                sum.targetOn(),
                !sum.missingYears().isEmpty(),
                sum.missingYears(),
                sum.version(),
                told,
                days.of(sum.days(), sum.budget().unit(), dueOn),
                suspensions,
                history);
    }

    private Explained.Subject subject(Standing standing) {
        DeadlineClock clock = standing.clock();
        return new Explained.Subject(
                clock.id(),
                clock.caseNumber(),
                cases.get(clock.caseNumber()).taxpayerName(),
                bureaus.get(clock.bureau()).name(),
                clock.step(),
                wording.code("step", clock.step()),
                clock.rule().kind(),
                wording.code("clockKind", clock.rule().kind().name()),
                clock.rule().id(),
                clock.rule().source(),
                wording.text("explain.startsFrom." + clock.rule().startsFrom()),
                state(standing),
                clock.isStopped());
    }

    private String state(Standing standing) {
        if (standing.clock().isStopped()) {
            String end = wording.moment(standing.clock().stoppedAt());
            return wording.text(
                    standing.overdue() ? "explain.state.late" : "explain.state.inTime", end, standing.overrun());
        }
        if (standing.standingStill()) {
            return wording.text("explain.state.suspended", standing.remaining());
        }
        return standing.overdue()
                ? wording.text("explain.state.overdue", standing.overrun())
                : wording.text("explain.state.running", standing.remaining());
    }
}
