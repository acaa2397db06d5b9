package org.chunfeng.calendarpage;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Chinese texts, days and moments as the pages of the calendar write them. */
@Component
class Wording {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日（EEE）", Locale.CHINA);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("M月d日（EEE）", Locale.CHINA);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy年M月d日（EEE）HH:mm", Locale.CHINA);

    private final MessageSource messages;
    private final Clock clock;

    Wording(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    String text(String key, @Nullable Object... arguments) {
        return messages.getMessage(key, arguments, Locale.CHINA);
    }

    /** The text of a code; the code itself where the list does not have it. */
    String code(String list, String code) {
        return code.isEmpty() ? "" : messages.getMessage("code." + list + "." + code, null, code, Locale.CHINA);
    }

    /** 2026年11月24日（周二） */
    String day(LocalDate date) {
        return DAY.format(date);
    }

    /** 11月24日（周二） */
    String shortDay(LocalDate date) {
        return SHORT_DAY.format(date);
    }

    /** 2026年11月24日（周二）18:00; a word where a clock stands still and so has no moment. */
    String moment(@Nullable Instant at) {
        return at == null ? text("explain.notRunning") : MOMENT.format(at.atZone(clock.getZone()));
    }

    /** 3日 within the month of the first date, 2月3日 in another one. */
    String until(LocalDate first, LocalDate last) {
        return first.getMonth() == last.getMonth()
                ? text("calendar.dayOfMonth", last.getDayOfMonth(), weekday(last))
                : shortDay(last);
    }

    private static String weekday(LocalDate date) {
        return DateTimeFormatter.ofPattern("EEE", Locale.CHINA).format(date);
    }
}
