package org.chunfeng.report;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report beside another one of the same bureau: another month, or another edition.
 *
 * @param with the address part that names the other: a month and its edition
 */
public record MonthComparison(String with, String month, int edition, List<Table> tables) {

    /** One breakdown; the total is one of a single row. */
    public record Table(String breakdown, List<Row> rows) {}

    /** One row, each figure once as it is and once as it was. */
    public record Row(String label, List<Cell> cells) {}

    /** A figure now and then; null where there is none. */
    public record Cell(@Nullable BigDecimal now, @Nullable BigDecimal then, String unit) {

        /** With its sign; empty when nothing changed or one side is missing. */
        public String change() {
            if (now == null || then == null || now.compareTo(then) == 0) {
                return "";
            }
            BigDecimal change = now.subtract(then);
            return (change.signum() > 0 ? "+" : "−") + change.abs().toPlainString();
        }
    }
}
