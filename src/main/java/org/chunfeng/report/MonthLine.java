package org.chunfeng.report;

import java.util.List;

/** One month of the trend. */
public record MonthLine(String label, Scope scope, Counts counts) {

    public List<Counted> flow() {
        return counts.flow(scope);
    }

    /** What was late, and the deadlines that were missed. */
    public List<Counted> trouble() {
        return List.of(
                Counted.of(scope, Figure.LATE, counts.late()), Counted.of(scope, Figure.BREACHES, counts.breaches()));
    }
}
