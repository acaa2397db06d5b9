package org.chunfeng.calendarpage;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import org.chunfeng.calendar.CalendarDays;
import org.chunfeng.calendar.CalendarImports;
import org.chunfeng.calendar.DecreeRecord;
import org.chunfeng.deadline.CalendarReview;
import org.chunfeng.engine.Actor;
import org.chunfeng.engine.Actors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Reminds administrators and leaders on every page, from 1 November on, that next year's days off are not loaded yet. */
@ControllerAdvice(annotations = Controller.class)
class CalendarBanner {

    private static final List<String> REMINDED = List.of("camunda-admin", "levyAdmin", "leaderOnDuty", "ops");

    private final CalendarDays calendar;
    private final CalendarImports imports;
    private final CalendarReview review;
    private final CalendarKeepers keepers;
    private final Actors actors;
    private final Clock clock;

    CalendarBanner(
            CalendarDays calendar,
            CalendarImports imports,
            CalendarReview review,
            CalendarKeepers keepers,
            Actors actors,
            Clock clock) {
        this.calendar = calendar;
        this.imports = imports;
        this.review = review;
        this.keepers = keepers;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * What is missing.
     *
     * @param provisional how many open due dates are not certain for want of it
     * @param draft whether a decree of that year waits for its second signature
     * @param keeper whether the reader can do something about it
     */
    record Missing(String year, int provisional, boolean draft, boolean keeper) {}

    @ModelAttribute("calendarBanner")
    @Nullable
    Missing missing() {
        Actor actor = actors.current();
        Integer year = missingYear();
        if (year == null || REMINDED.stream().noneMatch(actor::isIn)) {
            return null;
        }
        boolean draft = imports.all().stream()
                .anyMatch(decree -> decree.year() == year && decree.state() == DecreeRecord.State.DRAFT);
        return new Missing(String.valueOf(year), review.provisional(), draft, keepers.present());
    }

    private @Nullable Integer missingYear() {
        LocalDate today = LocalDate.now(clock);
        if (!calendar.current().knows(today.getYear())) {
            return today.getYear();
        }
        boolean late = today.getMonthValue() >= Month.NOVEMBER.getValue();
        return late && !calendar.current().knows(today.getYear() + 1) ? today.getYear() + 1 : null;
    }
}
