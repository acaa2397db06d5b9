package org.chunfeng.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chunfeng.refund.RefundFixture.aSlip;
import static org.chunfeng.refund.RefundFixture.anApplication;
import static org.chunfeng.refund.RefundFixture.anApproval;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The application is killed while people start cases and complete tasks; whatever it had acknowledged is there again. */
class KillTest {

    private static final String CLERK = "zuoqi.hallIntake";
    private static final String REVIEWER = "zuoqi.taxSource";
    private static final String ISSUER = "zuoqi.revenueAccounting";
    private static final int PEOPLE = 3;
    private static final int REVIEWS = 6;

    private final Path data = ThrowAwayDatabase.emptyFolder();
    private final Queue<String> opened = new ConcurrentLinkedQueue<>();
    private final Queue<String> reviewed = new ConcurrentLinkedQueue<>();
    private final CountDownLatch enough = new CountDownLatch(REVIEWS);

    @Test
    void killedInTheMiddleOfWorkItLosesNothingAndGoesOn() throws Exception {
        SeparateApplication first = SeparateApplication.start(data);
        killWhilePeopleWork(first);

        try (SeparateApplication second = SeparateApplication.start(data)) {
            var desk = new RestDesk(second);

            assertThat(reviewed).hasSizeGreaterThanOrEqualTo(REVIEWS);
            assertThat(reviewed)
                    .allSatisfy(number -> assertThat(desk.openSteps(number)).containsExactly("approveRefund"));
            // the one or other review may have been written, though the kill swallowed its acknowledgement
            assertThat(opened)
                    .containsAll(reviewed)
                    .allSatisfy(number -> assertThat(desk.openSteps(number))
                            .hasSize(1)
                            .containsAnyOf("reviewRefund", "approveRefund"));
            payOut(desk, reviewed.peek());
        }
    }

    private void killWhilePeopleWork(SeparateApplication application) throws InterruptedException {
        List<Thread> people = IntStream.range(0, PEOPLE)
                .mapToObj(person -> new Thread(() -> work(new RestDesk(application))))
                .toList();
        people.forEach(Thread::start);
        try {
            assertThat(enough.await(1, TimeUnit.MINUTES))
                    .as("enough work was done")
                    .isTrue();
        } finally {
            application.kill();
        }
        for (Thread person : people) {
            person.join();
        }
    }

    private void work(RestDesk desk) {
        try {
            while (true) {
                String number = desk.start(CLERK, anApplication());
                opened.add(number);
                desk.complete(REVIEWER, number, "reviewRefund", anApproval());
                reviewed.add(number);
                enough.countDown();
            }
        } catch (UncheckedIOException killed) {
            // nobody answers any more
        }
    }

    private static void payOut(RestDesk desk, String number) {
        desk.complete("zuoqi.taxSource2", number, "approveRefund", Map.of("approval", "APPROVE"));
        desk.complete(ISSUER, number, "issueSlip", aSlip());
        desk.complete("zuoqi.revenueAccounting2", number, "checkSlip", Map.of("slipRight", "true"));
        String answer = "{\"messageId\":\"%1$s\",\"slipNo\":\"%1$s-1\",\"answer\":\"WRITTEN_OFF\"}".formatted(number);

        assertThat(desk.answer(ISSUER, answer)).isIn("APPLIED", "WAITING");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(desk.casePage(number)).contains("已办结", "已退税"));
    }
}
