package org.chunfeng.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import org.jspecify.annotations.Nullable;

/**
 * A day off by the standing regulation (全国年节及纪念日放假办法 art. 2), known before any yearly notice.
 *
 * @param year null when it falls on that day in every year
 */
public record StatutoryDay(@Nullable Integer year, MonthDay day, String name) {

    boolean falls(LocalDate date) {
        return (year == null || year == date.getYear()) && day.equals(MonthDay.from(date));
    }
}
