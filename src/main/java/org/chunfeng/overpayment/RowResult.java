package org.chunfeng.overpayment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one row.
 *
 * @param caseNumber the case that it opened, or that it is the same as; null where it was refused
 * @param cells kept where somebody has to correct or look at them; null otherwise
 */
record RowResult(
        int rowNo,
        Outcome outcome,
        @Nullable String caseNumber,
        String reason,
        @Nullable List<String> cells) {

    /** The four fates of a row. */
    public enum Outcome {
        ACCEPTED,
        DUPLICATE,
        CHANGED,
        REJECTED
    }

    RowResult withoutCells() {
        return new RowResult(rowNo, outcome, caseNumber, reason, null);
    }
}
