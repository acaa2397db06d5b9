package org.chunfeng.report;

import java.time.Instant;
import java.util.List;

/**
 * One edition as people read it.
 *
 * @param differences from the edition before; empty for the first one
 */
public record MonthView(
        String month,
        String bureau,
        String bureauName,
        int edition,
        List<Integer> editions,
        String sha256,
        long calendarVersion,
        String rulesVersion,
        String frozenBy,
        Instant frozenAt,
        Counts flow,
        Counts clocks,
        Counts pace,
        Overrun overrun,
        List<Table> tables,
        List<Bar> causes,
        List<Bar> spread,
        List<Difference> differences) {

    /** Names this edition of this month in an address. */
    public String key() {
        return month + "." + edition;
    }

    /** One breakdown with names instead of codes. */
    public record Table(String breakdown, List<Row> rows) {}

    /** One row of a breakdown. */
    public record Row(String label, Counts counts, Counts clocks) {}

    /** A number that was corrected. */
    public record Difference(String where, String figure, long before, long after) {}
}
