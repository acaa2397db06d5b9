package org.chunfeng.report;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One edition of a month's report; never changed.
 *
 * @param figures the text of {@link MonthFigures}
 * @param sha256 of that text
 * @param rulesVersion of the table of deadlines
 */
record MonthReport(
        LocalDate month,
        String bureau,
        int edition,
        String figures,
        String sha256,
        long calendarVersion,
        String rulesVersion,
        String frozenBy,
        Instant frozenAt) {}
