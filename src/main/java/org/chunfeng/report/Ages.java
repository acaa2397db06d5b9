package org.chunfeng.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.chunfeng.calendar.CalendarDays;
import org.chunfeng.calendar.WorkCalendar;
import org.chunfeng.report.Tallies.OverdueSince;
import org.springframework.stereotype.Component;

/** How many working days ago the open overdue ones were due. */
@Component
class Ages {

    /** The last working day of each band; the last band has no end. */
    private static final List<Integer> BANDS = List.of(1, 3, 5, 10, 20, Integer.MAX_VALUE);

    private final CalendarDays calendar;

    Ages(CalendarDays calendar) {
        this.calendar = calendar;
    }

    List<Bar> of(List<OverdueSince> overdue, Moment moment) {
        var bars = new ArrayList<Bar>();
        int from = 0;
        for (int until : BANDS) {
            bars.add(bar(overdue, moment, from, until));
            from = until + 1;
        }
        return bars;
    }

    /** Named by its working days, and by the due days that fall into it, which the list behind it needs. */
    private Bar bar(List<OverdueSince> overdue, Moment moment, int from, int until) {
        List<OverdueSince> within = overdue.stream()
                .filter(since -> isWithin(worked(since.day(), moment.today()), from, until))
                .toList();
        long n = within.stream().mapToLong(OverdueSince::n).sum();
        String days = within.isEmpty()
                ? moment.today() + ".." + moment.today()
                : within.get(0).day() + ".." + within.get(within.size() - 1).day();
        String label = until == Integer.MAX_VALUE ? "≥ " + from : from + "–" + until;
        return new Bar(label, days, n, n);
    }

    private static boolean isWithin(int worked, int from, int until) {
        return worked >= from && worked <= until;
    }

    int worked(LocalDate after, LocalDate until) {
        WorkCalendar current = calendar.current();
        return (int) after.plusDays(1)
                .datesUntil(until.isAfter(after) ? until.plusDays(1) : after.plusDays(1))
                .filter(day -> current.day(day).working())
                .count();
    }
}
