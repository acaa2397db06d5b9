package org.chunfeng.calendarpage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.chunfeng.calendar.CalendarDay;
import org.jspecify.annotations.Nullable;

/**
 * A year at a glance.
 *
 * @param known whether a signed decree covers it; otherwise weekends and standing law alone are shown
 * @param decree null when no decree covers it
 */
record YearView(
        int year,
        boolean known,
        @Nullable DecreeView decree,
        int workingDays,
        int daysOff,
        int makeUpDays,
        List<Month> months,
        List<Festival> festivals) {

    /** Where the year's days come from, and who put them in force. */
    record DecreeView(
            long id,
            long version,
            String source,
            List<String> notices,
            String importedBy,
            String signedBy,
            Instant signedAt,
            String reason) {}

    /** A month in six weeks from Monday on, so that all are of one height; days of other months are null. */
    record Month(int number, List<List<@Nullable Cell>> weeks) {}

    /** One day; what the calendar says of it and whether it is today. */
    record Cell(LocalDate date, CalendarDay.Kind kind, String name, boolean today) {

        public int number() {
            return date.getDayOfMonth();
        }
    }

    /** One festival: when it is off, on how many days, and which days are worked for it. */
    record Festival(String name, String off, int days, List<String> worked) {}
}
