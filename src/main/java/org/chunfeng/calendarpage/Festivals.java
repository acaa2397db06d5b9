package org.chunfeng.calendarpage;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chunfeng.calendar.CalendarDay;
import org.chunfeng.calendar.CalendarDay.Kind;
import org.chunfeng.calendarpage.YearView.Festival;
import org.springframework.stereotype.Component;

/** Reads a year's days as the notice has them: festival by festival, days off and days worked for it. */
@Component
class Festivals {

    private final Wording wording;

    Festivals(Wording wording) {
        this.wording = wording;
    }

    List<Festival> of(List<CalendarDay> days) {
        Map<String, List<CalendarDay>> byName = days.stream()
                .filter(day -> day.kind() == Kind.HOLIDAY || day.kind() == Kind.MAKE_UP)
                .collect(Collectors.groupingBy(Festivals::name, LinkedHashMap::new, Collectors.toList()));
        return byName.entrySet().stream()
                .map(festival -> festival(festival.getKey(), festival.getValue()))
                .toList();
    }

    /** A day worked bears the name of the festival it is worked for: 春节(调休上班). */
    private static String name(CalendarDay day) {
        return day.name().replaceFirst("[（(].*[）)]$", "");
    }

    private Festival festival(String name, List<CalendarDay> days) {
        List<LocalDate> off = dates(days, Kind.HOLIDAY);
        List<String> worked =
                dates(days, Kind.MAKE_UP).stream().map(wording::shortDay).toList();
        return new Festival(name, spans(off), off.size(), worked);
    }

    private static List<LocalDate> dates(List<CalendarDay> days, Kind kind) {
        return days.stream()
                .filter(day -> day.kind() == kind)
                .map(CalendarDay::date)
                .toList();
    }

    /** Runs of days one after the other: 5月1日（周五）至5日（周二）. */
    private String spans(List<LocalDate> dates) {
        var text = new StringBuilder();
        for (int i = 0; i < dates.size(); ) {
            LocalDate first = dates.get(i);
            LocalDate last = first;
            for (i++; i < dates.size() && dates.get(i).equals(last.plusDays(1)); i++) {
                last = dates.get(i);
            }
            text.append(text.isEmpty() ? "" : "、").append(wording.shortDay(first));
            if (!last.equals(first)) {
                text.append(wording.text("calendar.span", wording.until(first, last)));
            }
        }
        return text.toString();
    }
}
