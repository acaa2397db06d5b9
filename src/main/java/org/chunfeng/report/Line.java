package org.chunfeng.report;

import java.util.List;

/**
 * One row of a breakdown.
 *
 * @param scope the view narrowed to this row
 * @param counts cases, or single steps where those are broken down
 * @param clocks its deadlines, for breaches
 * @param pace those of them whose working days are alike: promises where cases are broken down, else the steps themselves
 */
public record Line(String label, Scope scope, Counts counts, Counts clocks, Counts pace, Due due) {

    /** A deadline may be exceeded, or due, in a period in which its case neither came nor went. */
    boolean tellsSomething() {
        return !counts.equals(Counts.NONE) || clocks.breaches() > 0 || !due.equals(Due.NONE);
    }

    /** What came, went and stays. */
    public List<Counted> flow() {
        return counts.flow(scope);
    }

    /** What was late, and what is or will be. */
    public List<Counted> trouble() {
        return List.of(
                Counted.of(scope, Figure.LATE, counts.late()),
                Counted.of(scope, Figure.BREACHES, clocks.breaches()),
                Counted.of(scope, Figure.OVERDUE, due.overdue()),
                Counted.of(scope, Figure.DUE_TODAY, due.today()),
                Counted.of(scope, Figure.DUE_WEEK, due.week()));
    }
}
