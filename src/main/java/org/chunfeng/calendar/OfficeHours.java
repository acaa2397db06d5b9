package org.chunfeng.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The bureau's hours: a deadline day ends when business closes, not with the evening service until 20:00 (measure 4).
 *
 * @param noon end of the morning half day
 * @param afternoon begin of the afternoon half day
 */
@ConfigurationProperties("chunfeng.office")
public record OfficeHours(
        @DefaultValue("Asia/Shanghai") ZoneId zone,
        @DefaultValue("09:00") LocalTime opens,
        @DefaultValue("12:00") LocalTime noon,
        @DefaultValue("15:00") LocalTime afternoon,
        @DefaultValue("18:00") LocalTime closes) {

    public OfficeHours {
        if (!opens.isBefore(noon) || noon.isAfter(afternoon) || !afternoon.isBefore(closes)) {
            throw new IllegalArgumentException(
                    "chunfeng.office: expected opens < noon <= afternoon < closes, got %s %s %s %s"
                            .formatted(opens, noon, afternoon, closes));
        }
    }

    public Instant opening(LocalDate date) {
        return at(date, opens);
    }

    public Instant closing(LocalDate date) {
        return at(date, closes);
    }

    public Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(zone).toInstant();
    }

    public LocalDate dateOf(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    public LocalTime timeOf(Instant moment) {
        return moment.atZone(zone).toLocalTime();
    }

    /** The first date on which work is still possible at that moment: the next one once business has closed. */
    public LocalDate workableDate(Instant moment) {
        LocalDate date = dateOf(moment);
        return moment.isBefore(closing(date)) ? date : date.plusDays(1);
    }
}
