package org.chunfeng.calendarpage;

import java.time.LocalDate;
import java.util.List;
import org.chunfeng.calendar.CalendarDay;
import org.chunfeng.deadline.CalendarImpact;

/**
 * What decrees would change: the days, year by year, and the due dates of the open clocks.
 *
 * @param remarks what is odd though it may be right, as sentences
 */
record ImportPreview(List<Year> years, List<String> remarks, CalendarImpact impact) {

    /** Whether the calendar in force says the same already. */
    public boolean changesNothing() {
        return years.stream().allMatch(year -> year.changes().isEmpty());
    }

    /**
     * One year's days that differ.
     *
     * @param newYear whether no decree of that year is in force
     */
    record Year(int year, boolean newYear, String source, int off, int worked, List<Changed> changes) {}

    /** A day before and after. */
    record Changed(LocalDate date, String dateText, State before, State after, boolean movesDates) {}

    record State(CalendarDay.Kind kind, String name) {

        static State of(CalendarDay day) {
            return new State(day.kind(), day.name());
        }
    }
}
