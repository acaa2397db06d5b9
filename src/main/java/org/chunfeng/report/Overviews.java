package org.chunfeng.report;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chunfeng.report.Tallies.Value;
import org.springframework.stereotype.Service;

/** Makes the overview of a view out of the sums. */
@Service
class Overviews {

    private final RollUp rollUp;
    private final Sums sums;
    private final Trend trend;
    private final Tallies tallies;
    private final Ages ages;
    private final Labels labels;
    private final Clock clock;

    Overviews(RollUp rollUp, Sums sums, Trend trend, Tallies tallies, Ages ages, Labels labels, Clock clock) {
        this.rollUp = rollUp;
        this.sums = sums;
        this.trend = trend;
        this.tallies = tallies;
        this.ages = ages;
        this.labels = labels;
        this.clock = clock;
    }

    Moment moment() {
        return new Moment(clock.instant(), LocalDate.now(clock));
    }

    Overview of(Scope scope) {
        rollUp.catchUpBriefly();
        return counted(scope);
    }

    Overview counted(Scope scope) {
        Moment moment = moment();
        Instant at = moment.now();
        var rows = new Breakdowns(scope, sums.byPlace(scope), tallies.due(scope, moment), labels);
        List<Value> values = tallies.values(scope);
        return new Overview(
                scope,
                at,
                rows.total(scope.ofSteps()),
                rows.total(true),
                rows.pace(),
                rows.due(),
                Overrun.of(values.stream()
                        .filter(value -> value.topic().equals("LATE"))
                        .toList()),
                rows.bureaus(),
                rows.steps(),
                rows.matters(),
                rows.people(),
                rows.stocks(),
                trend.of(scope),
                causes(values),
                spread(scope, values),
                ages.of(tallies.overdueSince(scope, moment), moment),
                averages(scope),
                rows.heatMap(),
                rollUp.waiting());
    }

    private List<Bar> causes(List<Value> values) {
        var counts = new TreeMap<String, Long>();
        values.stream()
                .filter(value -> value.topic().equals("CAUSE"))
                .forEach(value -> counts.merge(value.value(), value.n(), Long::sum));
        return counts.entrySet().stream()
                .map(cause -> new Bar(
                        labels.cause(cause.getKey()),
                        cause.getKey().isEmpty() ? Figure.NONE : cause.getKey(),
                        cause.getValue(),
                        cause.getValue()))
                .toList();
    }

    /** Working days used less those allowed: of promises, or of the step that the view is of. */
    private static List<Bar> spread(Scope scope, List<Value> values) {
        var all = new TreeMap<Integer, Long>();
        var late = new TreeMap<Integer, Long>();
        values.stream()
                .filter(value -> !value.topic().equals("CAUSE"))
                .filter(value -> scope.ofSteps() || value.clockKind().equals("PROMISE"))
                .forEach(value -> {
                    all.merge(Integer.valueOf(value.value()), value.n(), Long::sum);
                    long lateOnes = value.topic().equals("LATE") ? value.n() : 0;
                    late.merge(Integer.valueOf(value.value()), lateOnes, Long::sum);
                });
        return all.entrySet().stream()
                .map(bar -> new Bar(
                        Bar.signed(bar.getKey().toString()),
                        bar.getKey().toString(),
                        bar.getValue(),
                        late.get(bar.getKey())))
                .toList();
    }

    private List<AverageLine> averages(Scope scope) {
        Map<String, String> names = labels.bureauNames();
        return sums.exportAverages(scope).stream()
                .map(average -> new AverageLine(
                        names.getOrDefault(average.bureau(), average.bureau()),
                        YearMonth.from(average.month()).toString(),
                        new Scope(
                                average.month(),
                                YearMonth.from(average.month()).atEndOfMonth(),
                                average.bureau(),
                                "REFUND",
                                "EXPORT",
                                "promise",
                                ""),
                        new Counts(
                                0, 0, average.measured(), 0, 0, average.measured(), average.used(), average.allowed())))
                .toList();
    }
}
