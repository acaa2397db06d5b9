package org.chunfeng.calendarpage;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.chunfeng.calendar.CalendarDay;
import org.chunfeng.calendar.CalendarDay.Kind;
import org.chunfeng.calendar.CalendarDays;
import org.chunfeng.calendar.CalendarImports;
import org.chunfeng.calendar.DecreeRecord;
import org.chunfeng.calendar.WorkCalendar;
import org.chunfeng.calendarpage.YearView.Cell;
import org.chunfeng.calendarpage.YearView.DecreeView;
import org.chunfeng.calendarpage.YearView.Month;
import org.chunfeng.engine.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws a year of the calendar in force. */
@Component
class YearViews {

    private static final int DAYS_OF_WEEK = 7;
    private static final int MOST_WEEKS = 6;

    private final CalendarDays calendar;
    private final CalendarImports imports;
    private final Festivals festivals;
    private final People people;
    private final Clock clock;

    YearViews(CalendarDays calendar, CalendarImports imports, Festivals festivals, People people, Clock clock) {
        this.calendar = calendar;
        this.imports = imports;
        this.festivals = festivals;
        this.people = people;
        this.clock = clock;
    }

    YearView of(int year) {
        WorkCalendar current = calendar.refresh();
        List<CalendarDay> days = days(current, year);
        return new YearView(
                year,
                current.knows(year),
                imports.all().stream()
                        .filter(decree -> decree.year() == year && decree.state() == DecreeRecord.State.SIGNED)
                        .map(this::decree)
                        .findFirst()
                        .orElse(null),
                (int) days.stream().filter(CalendarDay::working).count(),
                (int) days.stream().filter(day -> day.kind() == Kind.HOLIDAY).count(),
                (int) days.stream().filter(day -> day.kind() == Kind.MAKE_UP).count(),
                Stream.iterate(1, month -> month + 1)
                        .limit(12)
                        .map(month -> month(current, YearMonth.of(year, month)))
                        .toList(),
                festivals.of(days));
    }

    static List<CalendarDay> days(WorkCalendar calendar, int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .map(calendar::day)
                .toList();
    }

    private Month month(WorkCalendar current, YearMonth month) {
        List<@Nullable Cell> cells = new ArrayList<>(
                Collections.nCopies(month.atDay(1).getDayOfWeek().getValue() - 1, (Cell) null));
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            cells.add(cell(current.day(month.atDay(day))));
        }
        while (cells.size() < MOST_WEEKS * DAYS_OF_WEEK) {
            cells.add(null);
        }
        List<List<@Nullable Cell>> weeks = new ArrayList<>();
        for (int first = 0; first < cells.size(); first += DAYS_OF_WEEK) {
            weeks.add(cells.subList(first, first + DAYS_OF_WEEK));
        }
        return new Month(month.getMonthValue(), weeks);
    }

    private Cell cell(CalendarDay day) {
        return new Cell(day.date(), day.kind(), day.name(), day.date().equals(LocalDate.now(clock)));
    }

    private DecreeView decree(DecreeRecord decree) {
        String signedBy = Objects.requireNonNull(decree.signedBy());
        var names = people.namesOf(Set.of(decree.importedBy(), signedBy));
        return new DecreeView(
                decree.id(),
                Objects.requireNonNull(decree.version()),
                decree.source(),
                Notice.in(decree.source()),
                names.getOrDefault(decree.importedBy(), ""),
                names.getOrDefault(signedBy, ""),
                Objects.requireNonNull(decree.signedAt()),
                Objects.requireNonNullElse(decree.reason(), ""));
    }
}
