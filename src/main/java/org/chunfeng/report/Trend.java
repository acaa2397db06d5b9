package org.chunfeng.report;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chunfeng.report.Sums.MonthFlow;
import org.springframework.stereotype.Component;

/** The twelve months up to the end of a view. */
@Component
class Trend {

    private static final int MONTHS_SHOWN = 12;

    private final Sums sums;

    Trend(Sums sums) {
        this.sums = sums;
    }

    List<MonthLine> of(Scope scope) {
        YearMonth last = YearMonth.from(scope.to());
        YearMonth first = last.minusMonths(MONTHS_SHOWN - 1L);
        var byMonth = new HashMap<YearMonth, MonthFlow>();
        var breaches = new HashMap<YearMonth, Long>();
        long carried = 0;
        for (MonthFlow flow : sums.byMonth(scope, first.atDay(1), last.atEndOfMonth())) {
            if (flow.ofSteps() && flow.month() != null) {
                breaches.put(YearMonth.from(flow.month()), flow.breached());
            }
            if (flow.ofSteps() != scope.ofSteps()) {
                continue;
            }
            if (flow.month() == null) {
                carried = flow.started() - flow.stopped();
                continue;
            }
            byMonth.put(YearMonth.from(flow.month()), flow);
        }
        return months(scope, first, last, carried, new Flows(byMonth, breaches));
    }

    /** What came and went in each month; and the deadlines that were missed, which are those of steps in any view. */
    private record Flows(Map<YearMonth, MonthFlow> byMonth, Map<YearMonth, Long> breaches) {

        Counts counts(YearMonth month, long carried) {
            MonthFlow flow = byMonth.getOrDefault(month, new MonthFlow(false, null, 0, 0, 0, 0));
            long missed = breaches.getOrDefault(month, 0L);
            return new Counts(carried, flow.started(), flow.stopped(), flow.late(), missed, 0, 0, 0);
        }
    }

    private static List<MonthLine> months(Scope scope, YearMonth first, YearMonth last, long before, Flows flows) {
        var lines = new ArrayList<MonthLine>();
        long carried = before;
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            Counts counts = flows.counts(month, carried);
            lines.add(new MonthLine(month.toString(), scope.during(month.atDay(1), month.atEndOfMonth()), counts));
            carried = counts.open();
        }
        return lines;
    }
}
