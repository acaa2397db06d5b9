package org.chunfeng.report;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** The moment a report is read: what is overdue, due today or due this week depends on it alone. */
record Moment(Instant now, LocalDate today) {

    /** Sunday; a working Saturday or Sunday (调休) belongs to the week it lies in. */
    LocalDate weekEnd() {
        return today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    }
}
