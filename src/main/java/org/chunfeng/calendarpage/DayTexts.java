package org.chunfeng.calendarpage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.chunfeng.calendar.CalendarDay;
import org.chunfeng.deadline.CountedDay;
import org.chunfeng.deadline.CountedDay.Verdict;
import org.chunfeng.deadline.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says of each day between start and due time whether it was counted, as which one, and if not, why not. */
@Component
class DayTexts {

    private final Wording wording;

    DayTexts(Wording wording) {
        this.wording = wording;
    }

    /** The lines for one deadline, in order; days are numbered as they are counted. */
    List<Explained.Day> of(List<CountedDay> days, Unit unit, @Nullable LocalDate dueOn) {
        var lines = new ArrayList<Explained.Day>();
        int counted = 0;
        int extended = 0;
        int period = 0;
        LocalDate first = days.get(0).day().date();
        for (CountedDay day : days) {
            counted += day.verdict() == Verdict.COUNTED ? day.halves() : 0;
            extended += day.verdict() == Verdict.EXTENSION ? 1 : 0;
            period += day.verdict() == Verdict.PERIOD ? 1 : 0;
            String text =
                    switch (day.verdict()) {
                        case COUNTED -> counted(day, unit, counted, first);
                        case PERIOD -> period(day, period);
                        case EXTENSION -> wording.text("explain.day.EXTENSION." + unit, extended);
                        case HOLIDAY -> wording.text("explain.day.HOLIDAY", festival(day.day()));
                        default -> wording.text("explain.day." + day.verdict());
                    };
            lines.add(line(day, text, dueOn));
        }
        return lines;
    }

    private String counted(CountedDay day, Unit unit, int halves, LocalDate first) {
        String makeUp = day.day().kind() == CalendarDay.Kind.MAKE_UP
                ? wording.text("explain.day.makeUp", festival(day.day()))
                : "";
        if (unit == Unit.HALF_DAY) {
            boolean afternoon = day.day().date().equals(first);
            String which = day.halves() == 2 ? "both" : afternoon ? "afternoon" : "morning";
            return makeUp + wording.text("explain.day.half." + which, halves - 1, halves);
        }
        return makeUp + wording.text(unit == Unit.SAME_DAY ? "explain.day.sameDay" : "explain.day.COUNTED", halves / 2);
    }

    private String period(CountedDay day, int number) {
        String rest =
                switch (day.day().kind()) {
                    case WEEKEND -> wording.text("explain.day.restWeekend");
                    case HOLIDAY -> wording.text("explain.day.restHoliday", festival(day.day()));
                    default -> "";
                };
        return wording.text("explain.day.PERIOD", number, rest);
    }

    /** Without what the sentence around it says anyway. */
    private static String festival(CalendarDay day) {
        return day.name().replaceFirst("([（(].*[）)]|放假)$", "");
    }

    private Explained.Day line(CountedDay day, String text, @Nullable LocalDate dueOn) {
        LocalDate date = day.day().date();
        return new Explained.Day(
                date,
                wording.shortDay(date),
                day.verdict(),
                day.halves(),
                day.day().kind() == CalendarDay.Kind.MAKE_UP,
                !day.day().known(),
                date.equals(dueOn),
                text);
    }
}
