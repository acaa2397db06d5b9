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
    public record Table(String breakdown, List<Row> rows) {

        /** Whether working days are compared with a limit here. */
        public boolean paced() {
            return rows.stream().anyMatch(row -> !row.pace().equals(Counts.NONE));
        }
    }

    /**
     * One row of a breakdown.
     *
     * @param pace those whose working days are compared with the limit; none where promises, legal limits and steps would be
     *     thrown together
     */
    public record Row(String label, Counts counts, Counts clocks, Counts pace) {}

    /** A number that was corrected. */
    public record Difference(String where, String figure, long before, long after) {}
}
