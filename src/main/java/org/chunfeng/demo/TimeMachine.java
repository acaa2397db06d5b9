package org.chunfeng.demo;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.chunfeng.calendar.CalendarDays;
import org.chunfeng.calendar.CalendarMissing;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Moves the demo's clock forward, so that a trainer can show a breach, and lets the engine work off what is due. */
@Component
@Profile("demo")
class TimeMachine {

    private static final Pattern WORKING_DAYS = Pattern.compile("P?(\\d{1,3})WD");
    private static final Duration LONGEST_LEAP = Duration.ofDays(366);

    private final DemoClock clock;
    private final CalendarDays calendar;
    private final ProcessEngine engine;

    TimeMachine(DemoClock clock, CalendarDays calendar, ProcessEngine engine) {
        this.clock = clock;
        this.calendar = calendar;
        this.engine = engine;
    }

    /** Refused with {@link ClockRefused} if the wish cannot be read or leads backwards. */
    synchronized void change(ClockChange wish) {
        if (wish.now() == null && wish.advance() == null && wish.mayGoBack()) {
            clock.reset();
        } else {
            leap(leapOf(wish), wish.mayGoBack());
        }
        wakeJobExecutor();
    }

    private void leap(Duration leap, boolean mayGoBack) {
        if (leap.isNegative() && !mayGoBack) {
            throw new ClockRefused("backwards");
        }
        if (leap.abs().compareTo(LONGEST_LEAP) > 0) {
            throw new ClockRefused("tooFar", LONGEST_LEAP.toDays());
        }
        clock.moveBy(leap);
    }

    private Duration leapOf(ClockChange wish) {
        String now = wish.now();
        String advance = wish.advance();
        if ((now == null) == (advance == null)) {
            throw new ClockRefused("oneWish");
        }
        try {
            return now != null ? leapTo(LocalDateTime.parse(now)) : leapBy(advance);
        } catch (DateTimeException | ArithmeticException e) {
            throw new ClockRefused(now != null ? "unreadableTime" : "unreadableLeap");
        }
    }

    private Duration leapTo(LocalDateTime target) {
        return Duration.between(LocalDateTime.now(clock), target);
    }

    private Duration leapBy(String advance) {
        Matcher workingDays = WORKING_DAYS.matcher(advance);
        if (!workingDays.matches()) {
            return Duration.parse(advance);
        }
        LocalDate today = LocalDate.now(clock);
        try {
            LocalDate day = calendar.current().nth(today, Integer.parseInt(workingDays.group(1)));
            return Duration.ofDays(ChronoUnit.DAYS.between(today, day));
        } catch (CalendarMissing e) {
            throw new ClockRefused("calendarMissing");
        }
    }

    /** Left alone, it would sleep on for seconds before it sees that timers have become due. */
    private void wakeJobExecutor() {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getJobExecutor()
                .jobWasAdded();
    }
}
