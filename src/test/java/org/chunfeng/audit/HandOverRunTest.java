package org.chunfeng.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chunfeng.refund.RefundFixture.anApplication;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.chunfeng.ChunfengTest;
import org.chunfeng.TestClock;
import org.chunfeng.TestDesk;
import org.chunfeng.TestPeople;
import org.chunfeng.notice.NoticeKind;
import org.chunfeng.notice.NoticeRecord;
import org.chunfeng.notice.Notices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** RF-7: a hand-over that nobody acknowledges within two working hours is reminded of, once. */
@ChunfengTest
class HandOverRunTest {

    @Autowired
    private TestDesk desk;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestPeople people;

    @Autowired
    private HandOverRun run;

    @Autowired
    private Notices notices;

    @Autowired
    private TaskService tasks;

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void afterTwoWorkingHoursMiddayNotCountedTheNextOnesAreRemindedOnce() throws Exception {
        String number = handedOverAt("2021-04-06T11:00");

        runAt("2021-04-06T16:00");
        assertThat(reminders(number)).isEmpty();
        runAt("2021-04-06T16:01");
        runAt("2021-04-06T17:00");

        assertThat(reminders(number))
                .singleElement()
                .satisfies(reminder -> assertThat(reminder.recipient().id()).isEqualTo("taxSource"));
    }

    @Test
    void anEveningHandOverIsRemindedOfNextMorning() throws Exception {
        String number = handedOverAt("2021-04-06T18:30");

        runAt("2021-04-07T10:59");
        assertThat(reminders(number)).isEmpty();
        runAt("2021-04-07T11:01");

        assertThat(reminders(number)).hasSize(1);
    }

    @Test
    void aReminderThatFallsIntoTheNightLeavesInTheMorning() throws Exception {
        String number = handedOverAt("2021-04-06T15:00");

        runAt("2021-04-06T22:00");

        assertThat(reminders(number))
                .singleElement()
                .satisfies(reminder -> assertThat(reminder.deliverAfter()).isEqualTo(at("2021-04-07T09:00")));
    }

    @Test
    void whoTookTheTaskIsNotReminded() throws Exception {
        String number = handedOverAt("2021-04-06T11:00");
        String task = desk.task(number, "reviewRefund").getId();
        people.as("zuoqi.taxSource", () -> {
            tasks.claim(task, "zuoqi.taxSource");
            return task;
        });

        runAt("2021-04-06T17:00");

        assertThat(reminders(number)).isEmpty();
    }

    @Test
    void theLeaderSeesWhatWasNotAcknowledged() throws Exception {
        String number = handedOverAt("2021-04-06T11:00");
        runAt("2021-04-06T17:00");

        String page = people.signedIn("zuoqi.leaderOnDuty").get("/notices").body();

        assertThat(page).contains("未签收的交接", number, "已催办");
    }

    private String handedOverAt(String localTime) throws Exception {
        clock.set(localTime);
        return desk.start("zuoqi.hallIntake", "refund", anApplication());
    }

    private void runAt(String localTime) {
        clock.set(localTime);
        run.run();
    }

    private List<NoticeRecord> reminders(String number) {
        return notices.of(number).stream()
                .filter(notice -> notice.kind() == NoticeKind.REMINDER)
                .toList();
    }

    private Instant at(String localTime) {
        return LocalDateTime.parse(localTime).atZone(clock.getZone()).toInstant();
    }
}
