package org.chunfeng.calendarpage;

import java.time.LocalDate;
import java.util.List;
import org.chunfeng.calendar.CalendarDay;
import org.chunfeng.calendar.CalendarDays;
import org.chunfeng.calendar.WorkCalendar;
import org.chunfeng.calendarpage.YearView.DecreeView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The calendar in force, for programs. */
@RestController
@RequestMapping("/api/calendar")
class CalendarApi {

    private final CalendarDays calendar;
    private final YearViews years;
    private final Wording wording;

    CalendarApi(CalendarDays calendar, YearViews years, Wording wording) {
        this.calendar = calendar;
        this.years = years;
        this.wording = wording;
    }

    /** A year day by day; known is false where no decree was signed and every day is provisional. */
    record Year(
            int year, boolean known, long version, @Nullable DecreeView decree, int workingDays, List<Day> days) {}

    record Day(LocalDate date, CalendarDay.Kind kind, boolean working, String name) {

        static Day of(CalendarDay day) {
            return new Day(day.date(), day.kind(), day.working(), day.name());
        }
    }

    @GetMapping("/{year}")
    Year year(@PathVariable String year) {
        YearView view = years.of(Years.read(year, wording));
        WorkCalendar current = calendar.current();
        return new Year(
                view.year(),
                view.known(),
                current.version(),
                view.decree(),
                view.workingDays(),
                YearViews.days(current, view.year()).stream().map(Day::of).toList());
    }
}
