package org.chunfeng.report;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.chunfeng.calendar.CalendarDays;
import org.chunfeng.calendar.OfficeHours;
import org.springframework.stereotype.Component;

/** When months are due to be frozen: as business opens on the first working day of the next one. */
@Component
class MonthCalendar {

    private static final int MOST_CAUGHT_UP = 24;

    private final MonthReportRows rows;
    private final CalendarDays calendar;
    private final OfficeHours hours;
    private final Clock clock;

    MonthCalendar(MonthReportRows rows, CalendarDays calendar, OfficeHours hours, Clock clock) {
        this.rows = rows;
        this.calendar = calendar;
        this.hours = hours;
        this.clock = clock;
    }

    /** The months that are over and not frozen, oldest first. */
    List<YearMonth> due() {
        YearMonth last = lastComplete();
        YearMonth next = rows.lastMonth()
                .map(month -> YearMonth.from(month).plusMonths(1))
                .or(() -> rows.firstMonthCounted().map(YearMonth::from))
                .orElse(last.plusMonths(1));
        YearMonth earliest = last.minusMonths(MOST_CAUGHT_UP - 1L);
        YearMonth first = next.isBefore(earliest) ? earliest : next;
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .toList();
    }

    /** The last month, once business has opened on the first working day after it. */
    private YearMonth lastComplete() {
        YearMonth thisMonth = YearMonth.from(LocalDate.now(clock));
        LocalDate day = thisMonth.atDay(1);
        while (!calendar.current().day(day).working()) {
            day = day.plusDays(1);
        }
        boolean open = !clock.instant().isBefore(hours.opening(day));
        return thisMonth.minusMonths(open ? 1 : 2);
    }
}
