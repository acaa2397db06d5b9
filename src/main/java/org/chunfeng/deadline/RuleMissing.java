package org.chunfeng.deadline;

/** No row of deadline.dmn, or more than one, fits a step; no clock can be started for it. */
public class RuleMissing extends RuntimeException {

    RuleMissing(DeadlineTable.Question question, int rows) {
        super("deadline.dmn has %d rows for %s, expected exactly one".formatted(rows, question));
    }
}
