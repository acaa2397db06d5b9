package org.chunfeng.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chunfeng.deadline.UsedDays;
import org.chunfeng.engine.Refusals;
import org.chunfeng.engine.Refused;
import org.chunfeng.engine.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The breach report: every deadline exceeded within a period, in whose hands, how late, why, and what came of it. */
@Service
class BreachReport {

    static final int PAGE_SIZE = 50;
    static final String USUAL_ORDER = "-due";

    private final BreachList breaches;
    private final Tallies tallies;
    private final Sums sums;
    private final Ages ages;
    private final UsedDays usedDays;
    private final RollUp rollUp;
    private final Labels labels;
    private final Filters filters;
    private final Texts texts;
    private final Clock clock;

    BreachReport(
            BreachList breaches,
            Tallies tallies,
            Sums sums,
            Ages ages,
            UsedDays usedDays,
            RollUp rollUp,
            Labels labels,
            Filters filters,
            Texts texts,
            Clock clock) {
        this.breaches = breaches;
        this.tallies = tallies;
        this.sums = sums;
        this.ages = ages;
        this.usedDays = usedDays;
        this.rollUp = rollUp;
        this.labels = labels;
        this.filters = filters;
        this.texts = texts;
        this.clock = clock;
    }

    /** What is asked for besides the view. */
    record Options(
            @Nullable String cause,
            @Nullable String sort,
            @Nullable Integer page) {

        String causeOrAll() {
            return cause == null ? "" : cause;
        }

        String order() {
            return sort == null || sort.isEmpty() ? USUAL_ORDER : sort;
        }
    }

    /** One page of the report. */
    record Page(List<BreachRow> rows, long total, int page, int pages) {}

    /** Refused when there is no such cause or order. */
    private void check(Options asked) {
        var refusals = new Refusals(texts);
        filters.checkCause(asked.causeOrAll(), refusals);
        Filters.require(BreachList.knows(asked.order()), "sort", refusals);
        if (!refusals.isEmpty()) {
            throw new Refused(400, refusals.all());
        }
    }

    Page page(Scope scope, Options asked) {
        check(asked);
        rollUp.catchUpBriefly();
        var question = question(scope, asked);
        long total = question.cause().isEmpty() ? sums.breaches(scope) : tallies.breaches(scope, question.cause());
        int pages = (int) Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
        int wanted = asked.page() == null ? 1 : asked.page();
        int shown = Math.min(Math.max(wanted, 1), pages);
        return new Page(rows(breaches.find(question, PAGE_SIZE, (long) (shown - 1) * PAGE_SIZE)), total, shown, pages);
    }

    List<BreachRow> all(Scope scope, Options asked) {
        check(asked);
        rollUp.catchUpBriefly();
        return rows(breaches.find(question(scope, asked), CaseLists.MOST_EXPORTED, 0));
    }

    private BreachList.Question question(Scope scope, Options asked) {
        return new BreachList.Question(
                scope, asked.causeOrAll(), asked.order(), asked.order().endsWith("late") ? lateSince(scope) : Map.of());
    }

    /** How late what is still open is, by the day it was due: needed only to sort by it. */
    private Map<LocalDate, Integer> lateSince(Scope scope) {
        var moment = new Moment(clock.instant(), LocalDate.now(clock));
        var late = new LinkedHashMap<LocalDate, Integer>();
        tallies.overdueSince(scope, moment)
                .forEach(since -> late.put(since.day(), ages.worked(since.day(), moment.today())));
        return late;
    }

    private List<BreachRow> rows(List<FoundBreach> found) {
        Map<String, String> bureaus = labels.bureauNames();
        Map<String, String> people = labels.namesOf(
                found.stream().map(FoundBreach::handler).distinct().toList());
        Map<Long, Integer> running = usedDays.overrun(
                found.stream()
                        .filter(one -> one.stoppedAt() == null)
                        .map(FoundBreach::clockId)
                        .toList(),
                clock.instant());
        return found.stream()
                .map(one -> new BreachRow(
                        one.caseNumber(),
                        one.taxpayerName(),
                        bureaus.getOrDefault(one.bureau(), one.bureau()),
                        labels.matter(one.kind(), one.matter()),
                        labels.step(one.step()),
                        people.getOrDefault(one.handler(), one.handler()),
                        one.dueAt(),
                        one.stoppedAt(),
                        one.stoppedAt() == null ? running.get(one.clockId()) : one.late(),
                        one.cause().isEmpty() ? "" : labels.cause(one.cause()),
                        labels.code("stage", one.stage()),
                        one.conclusion() == null ? "" : labels.code("conclusion", one.conclusion()),
                        one.auditCase()))
                .toList();
    }
}
