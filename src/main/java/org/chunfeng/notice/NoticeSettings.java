package org.chunfeng.notice;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mails are sent.
 *
 * @param every pause between two looks at what is waiting
 * @param backOff waits after each refusal of a mail; the last one goes on
 * @param attempts refusals after which a mail is given up
 * @param rest how long a node leaves a mail server alone that cannot be reached
 * @param from address of the sender
 */
@ConfigurationProperties("chunfeng.notice")
record NoticeSettings(
        @DefaultValue("2s") Duration every,
        @DefaultValue({"1m", "5m", "30m", "2h"}) List<Duration> backOff,
        @DefaultValue("12") int attempts,
        @DefaultValue("30s") Duration rest,
        @DefaultValue("chunfeng@localhost.localdomain") String from) {

    /** The wait after this many refusals. */
    Duration waitAfter(int refusals) {
        return backOff.get(Math.min(refusals, backOff.size()) - 1);
    }

    int roundsOfRest() {
        return (int) Math.max(1, rest.dividedBy(every));
    }
}
