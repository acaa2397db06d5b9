package org.chunfeng.demo;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** What the bar shows: the bureau's time to read and as the start of its field, and the page to come back to. */
record ClockBar(String text, String field, String page) {

    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("yyyy年M月d日 EEEE HH:mm", Locale.CHINA);

    static ClockBar of(Clock clock, String page) {
        LocalDateTime now = LocalDateTime.now(clock);
        return new ClockBar(
                TEXT.format(now), now.truncatedTo(ChronoUnit.MINUTES).toString(), page);
    }
}
