package org.chunfeng.report;

import java.util.List;

/** One month of the trend. */
public record MonthLine(String label, Scope scope, Counts counts) {

    public List<Counted> flow() {
        return counts.flow(scope);
    }

    public Counted late() {
        return Counted.of(scope, Figure.LATE, counts.late());
    }
}
