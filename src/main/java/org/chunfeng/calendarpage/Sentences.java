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

    private static final int LONG_REST = 3;

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
        if (unit == Unit.CALENDAR_DAY) {
            return period(days, skipped);
        }
        String counted = wording.text(
                "explain.counted." + (unit == Unit.HALF_DAY ? "half" : "day"), halves(days), halves(days) / 2);
        return counted
                + (skipped.isEmpty()
                        ? wording.text("explain.nothingSkipped")
                        : wording.text("explain.skipped", skipped));
    }

    private String period(List<CountedDay> days, String skipped) {
        List<CountedDay> period =
                days.stream().filter(day -> day.verdict() == Verdict.PERIOD).toList();
        LocalDate last = period.get(period.size() - 1).day().date();
        int extended = count(days, Verdict.EXTENSION);
        int rest = longRest(period);
        String key = extended == 0 ? "none" : rest == 0 ? "lastDay" : skipped.isEmpty() ? "rest" : "restSkipping";
        return wording.text("explain.period." + key, period.size(), wording.day(last), rest, extended, skipped);
    }

    /** The days off in runs of three or more, which §109 gives back. */
    private static int longRest(List<CountedDay> period) {
        int all = 0;
        int run = 0;
        for (CountedDay day : period) {
            run = day.day().working() ? 0 : run + 1;
            all += run == LONG_REST ? LONG_REST : run > LONG_REST ? 1 : 0;
        }
        return all;
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
