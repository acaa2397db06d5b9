package org.chunfeng.calendarpage;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A year at a glance, for everybody. */
@Controller
class CalendarPage {

    private final YearViews years;
    private final CalendarKeepers keepers;
    private final Wording wording;
    private final Clock clock;

    CalendarPage(YearViews years, CalendarKeepers keepers, Wording wording, Clock clock) {
        this.years = years;
        this.keepers = keepers;
        this.wording = wording;
        this.clock = clock;
    }

    @GetMapping("/calendar")
    String year(@RequestParam @Nullable String year, Model model) {
        int shown = year == null || year.isBlank() ? LocalDate.now(clock).getYear() : Years.read(year, wording);
        model.addAttribute("view", years.of(shown));
        model.addAttribute("keeper", keepers.present());
        return "calendar/year";
    }
}
