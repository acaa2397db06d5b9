package org.chunfeng.report;

import java.time.Instant;
import java.util.List;

/**
 * Everything the overview shows of one view.
 *
 * @param flow cases, or steps when the view is of steps
 * @param clocks all deadlines that count
 * @param pace those whose working days are compared with the limit: promises, or the step that the view is of
 * @param waiting changes that are not counted yet
 */
public record Overview(
        Scope scope,
        Instant at,
        Counts flow,
        Counts clocks,
        Counts pace,
        Due due,
        Overrun overrun,
        List<Line> bureaus,
        List<Line> steps,
        List<Line> matters,
        List<Line> people,
        List<Line> stocks,
        List<MonthLine> months,
        List<Bar> causes,
        List<Bar> spread,
        List<Bar> ages,
        List<AverageLine> averages,
        HeatMap heatMap,
        long waiting) {}
