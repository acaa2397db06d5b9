package org.chunfeng.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a decree would change in its year, day by day; nothing when the calendar already says the same.
 *
 * @param newYear whether no decree of that year was in force
 */
public record DecreeDifference(int year, boolean newYear, List<Change> changes) {

    /** A day before and after. */
    public record Change(LocalDate date, CalendarDay before, CalendarDay after) {

        /** Whether the day becomes or ceases to be a working day, so that due dates can move. */
        public boolean movesDates() {
            return before.working() != after.working();
        }
    }

    static DecreeDifference between(WorkCalendar before, WorkCalendar after, int year) {
        var changes = daysOf(year)
                .map(date -> new Change(date, before.day(date), after.day(date)))
                .filter(change -> change.before().kind() != change.after().kind()
                        || !change.before().name().equals(change.after().name()))
                .toList();
        return new DecreeDifference(year, !before.knows(year), changes);
    }

    private static Stream<LocalDate> daysOf(int year) {
        return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));
    }
}
