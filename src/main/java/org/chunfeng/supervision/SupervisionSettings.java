package org.chunfeng.supervision;

import java.time.LocalDate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When samples are drawn, and how large they are.
 *
 * @param anchor a day from which working days are counted; it is no sampling day itself
 * @param every working days from one sample to the next
 * @param sharePercent of what is found that is drawn, rounded up
 * @param seed decides, with the day, which ones
 */
@ConfigurationProperties("chunfeng.supervision")
record SupervisionSettings(
        @DefaultValue("2021-01-04") LocalDate anchor,
        @DefaultValue("5") int every,
        @DefaultValue("100") int sharePercent,
        @DefaultValue("32") long seed) {

    SupervisionSettings {
        if (every < 1 || sharePercent < 1 || sharePercent > 100) {
            throw new IllegalArgumentException(
                    "chunfeng.supervision: expected every >= 1 and share-percent 1 to 100, got %d and %d"
                            .formatted(every, sharePercent));
        }
    }
}
