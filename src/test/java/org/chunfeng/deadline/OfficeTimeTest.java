package org.chunfeng.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.chunfeng.ChunfengTest;
import org.chunfeng.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Working hours around the May holiday of 2021: 05-01 to 05-05 off, Sunday 04-25 and Saturday 05-08 worked. */
@ChunfengTest
class OfficeTimeTest {

    @Autowired
    private OfficeTime office;

    @Autowired
    private TestClock clock;

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "2021-04-06T10:00, 2021-04-06T10:00",
        "2021-04-06T13:00, 2021-04-06T13:00",
        "2021-04-06T08:59, 2021-04-06T09:00",
        "2021-04-06T17:59, 2021-04-06T17:59",
        "2021-04-06T18:00, 2021-04-07T09:00",
        "2021-04-10T10:00, 2021-04-12T09:00",
        "2021-04-25T10:00, 2021-04-25T10:00",
        "2021-04-30T18:00, 2021-05-06T09:00",
    })
    void somebodyIsReachedWhileTheBureauIsOpen(String now, String reached) {
        clock.set(now);

        assertThat(office.reachable()).isEqualTo(at(reached));
    }

    @ParameterizedTest(name = "two working hours before {0}: {1}")
    @CsvSource({
        "2021-04-06T17:30, 2021-04-06T15:30",
        "2021-04-06T16:00, 2021-04-06T11:00",
        "2021-04-06T13:00, 2021-04-06T10:00",
        "2021-04-06T20:00, 2021-04-06T16:00",
        "2021-04-07T10:00, 2021-04-06T17:00",
        "2021-05-06T10:30, 2021-04-30T17:30",
        "2021-05-03T12:00, 2021-04-30T16:00",
    })
    void workingTimeSkipsMiddayNightsAndDaysOff(String now, String then) {
        clock.set(now);

        assertThat(office.ago(Duration.ofHours(2))).isEqualTo(at(then));
    }

    private Instant at(String localTime) {
        return LocalDateTime.parse(localTime).atZone(clock.getZone()).toInstant();
    }
}
