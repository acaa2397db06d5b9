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
        long carried = 0;
        for (MonthFlow flow : sums.byMonth(scope, first.atDay(1), last.atEndOfMonth())) {
            if (flow.ofSteps() != scope.ofSteps()) {
                continue;
            }
            if (flow.month() == null) {
                carried = flow.started() - flow.stopped();
                continue;
            }
            byMonth.put(YearMonth.from(flow.month()), flow);
        }
        return months(scope, first, last, carried, byMonth);
    }

    private static List<MonthLine> months(
            Scope scope, YearMonth first, YearMonth last, long before, Map<YearMonth, MonthFlow> flows) {
        var lines = new ArrayList<MonthLine>();
        long carried = before;
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            MonthFlow flow = flows.getOrDefault(month, new MonthFlow(false, null, 0, 0, 0, 0));
            var counts = new Counts(carried, flow.started(), flow.stopped(), flow.late(), flow.breached(), 0, 0, 0);
            lines.add(new MonthLine(month.toString(), scope.during(month.atDay(1), month.atEndOfMonth()), counts));
            carried = counts.open();
        }
        return lines;
    }
}
