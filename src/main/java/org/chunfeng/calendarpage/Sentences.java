package org.chunfeng.calendarpage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.chunfeng.calendar.OfficeHours;
import org.chunfeng.deadline.Budget;
import org.chunfeng.deadline.CountedDay;
import org.chunfeng.deadline.CountedDay.Verdict;
import org.chunfeng.deadline.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells in whole sentences how a due time came about. */
@Component
class Sentences {

    private final Wording wording;
    private final OfficeHours hours;

    Sentences(Wording wording, OfficeHours hours) {
        this.wording = wording;
        this.hours = hours;
    }

    List<String> of(Instant startedAt, Budget budget, @Nullable Instant dueAt, List<CountedDay> days) {
        var sentences = new ArrayList<String>();
        sentences.add(rule(budget));
        sentences.add(wording.text(
                "explain.start." + (budget.unit() == Unit.HALF_DAY ? "half" : "day"), wording.moment(startedAt)));
        sentences.add(counted(budget.unit(), days));
        sentences.add(dueAt == null ? wording.text("explain.standsStill") : due(dueAt, days));
        return sentences.stream().filter(sentence -> !sentence.isEmpty()).toList();
    }

    private String rule(Budget budget) {
        LocalDate fixed = budget.fixedDate();
        return wording.text(
                "explain.rule." + budget.unit(),
                budget.amount(),
                fixed == null ? "" : wording.day(fixed),
                hours.closes().toString(),
                hours.noon().toString(),
                hours.afternoon().toString());
    }

    private String counted(Unit unit, List<CountedDay> days) {
        if (unit == Unit.SAME_DAY) {
            return "";
        }
        String skipped = skipped(days);
        String amount = unit == Unit.CALENDAR_DAY
                ? wording.text("explain.counted.period", count(days, Verdict.PERIOD), count(days, Verdict.EXTENSION))
                : wording.text(
                        "explain.counted." + (unit == Unit.HALF_DAY ? "half" : "day"), halves(days), halves(days) / 2);
        return amount
                + (skipped.isEmpty()
                        ? wording.text("explain.nothingSkipped")
                        : wording.text("explain.skipped", skipped));
    }

    private static int halves(List<CountedDay> days) {
        return days.stream().mapToInt(CountedDay::halves).sum();
    }

    private String skipped(List<CountedDay> days) {
        return List.of(Verdict.WEEKEND, Verdict.HOLIDAY, Verdict.SUSPENDED).stream()
                .filter(verdict -> count(days, verdict) > 0)
                .map(verdict -> wording.text("explain.skipped." + verdict, count(days, verdict)))
                .collect(Collectors.joining(wording.text("explain.and")));
    }

    private static int count(List<CountedDay> days, Verdict verdict) {
        return (int) days.stream().filter(day -> day.verdict() == verdict).count();
    }

    private String due(Instant dueAt, List<CountedDay> days) {
        boolean rest = !days.get(days.size() - 1).day().working();
        return wording.text(rest ? "explain.dueOnRestDay" : "explain.due", wording.moment(dueAt));
    }

    /** Why the date is not certain yet; empty when it is. */
    String provisional(Collection<Integer> missingYears) {
        String years = missingYears.stream().map(String::valueOf).collect(Collectors.joining("、"));
        return years.isEmpty() ? "" : wording.text("explain.provisional", years);
    }
}
