package org.chunfeng.deadline;

import java.time.Instant;
import org.chunfeng.calendar.CalendarDays;
import org.chunfeng.calendar.OfficeHours;
import org.springframework.stereotype.Component;

/** Answers for any start and budget what a clock would answer: the same reckoning, with the calendar in force. */
@Component
public class DeadlineCalculator {

    private final CalendarDays calendar;
    private final OfficeHours hours;

    DeadlineCalculator(CalendarDays calendar, OfficeHours hours) {
        this.calendar = calendar;
        this.hours = hours;
    }

    public Reckoning reckon(Instant startedAt, Budget budget) {
        return new Reckoner(calendar.current(), hours).reckon(startedAt, budget);
    }
}
