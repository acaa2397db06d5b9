package org.chunfeng.deadline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.chunfeng.calendar.CalendarDays;
import org.chunfeng.calendar.OfficeHours;
import org.springframework.stereotype.Component;

/** When somebody is at the bureau: working days, from opening to closing. */
@Component
public class OfficeTime {

    private final CalendarDays calendar;
    private final OfficeHours hours;
    private final Clock time;

    OfficeTime(CalendarDays calendar, OfficeHours hours, Clock time) {
        this.calendar = calendar;
        this.hours = hours;
        this.time = time;
    }

    /** Now, if the bureau is open, midday included; otherwise its next opening. */
    public Instant reachable() {
        Instant now = time.instant();
        LocalDate date = hours.workableDate(now);
        while (!calendar.current().day(date).working()) {
            date = date.plusDays(1);
        }
        Instant opening = hours.opening(date);
        return now.isBefore(opening) ? opening : now;
    }

    /** The moment since which this much working time has passed, midday not counted; a moment before business is none. */
    public Instant ago(Duration workingTime) {
        Duration left = workingTime;
        Instant moment = time.instant();
        for (LocalDate date = hours.dateOf(moment); ; date = date.minusDays(1)) {
            if (!calendar.current().day(date).working()) {
                continue;
            }
            for (Instant[] half : new Instant[][] {
                {hours.at(date, hours.afternoon()), hours.closing(date)},
                {hours.opening(date), hours.at(date, hours.noon())}
            }) {
                Instant end = half[1].isBefore(moment) ? half[1] : moment;
                Duration worked = end.isAfter(half[0]) ? Duration.between(half[0], end) : Duration.ZERO;
                if (worked.compareTo(left) >= 0) {
                    return end.minus(left);
                }
                left = left.minus(worked);
            }
        }
    }
}
