package org.chunfeng.casepage;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Moments as pages write them, in the bureau's zone. */
public class Times {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

    private final Clock clock;

    Times(Clock clock) {
        this.clock = clock;
    }

    /** 2026-11-24 18:00 */
    public String minute(@Nullable Instant at) {
        return at == null ? "" : MINUTE.format(at.atZone(zone()));
    }

    /** 2026年11月24日 */
    public String day(@Nullable Instant at) {
        return at == null ? "" : DAY.format(at.atZone(zone()));
    }

    public String today() {
        return day(clock.instant());
    }

    private ZoneId zone() {
        return clock.getZone();
    }
}
