package org.chunfeng.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.chunfeng.ChunfengTest;
import org.chunfeng.ClockAgreement;
import org.chunfeng.OwnApplication;
import org.chunfeng.TestClock;
import org.chunfeng.calendar.CalendarDays;
import org.chunfeng.calendar.CalendarImports;
import org.chunfeng.calendar.TestYears;
import org.chunfeng.deadline.ClockEvent.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a signed decree does to open clocks, however often, by however many, and whatever happens meanwhile. */
@ChunfengTest
@OwnApplication
@Import(ClockTrial.class)
class CalendarReviewTest {

    @Autowired
    private ClockTrial trial;

    @Autowired
    private TestClock time;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private Breaches breaches;

    @Autowired
    private CalendarImports imports;

    @Autowired
    private CalendarDays days;

    @Autowired
    private CalendarReview review;

    @Autowired
    private CalendarPreview preview;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient sql;

    @BeforeEach
    void model() {
        trial.deploy();
        asShipped();
    }

    @AfterEach
    void asShipped() {
        time.reset();
        TestYears.restore(sql, days, imports);
        review.run();
    }

    private String startAt(String local) {
        time.set(local);
        return trial.start(time.instant());
    }

    private void sign(String... alsoOff) {
        imports.draft(List.of(TestYears.changed2026(alsoOff)), "alxa.levyAdmin")
                .forEach(id -> imports.sign(id, "alxa.camunda-admin", "测试"));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }

    @Test
    void theOldDateStaysInTheLedgerAndInTheReport() {
        String refund = startAt("2026-11-24T10:00");

        sign("2026-11-25");
        ReviewReport report = review.run();

        DeadlineClock source = trial.clock(refund, "sourceReview");
        assertThat(deadlines.explanation(source.id()).events())
                .extracting(ClockEvent::kind, ClockEvent::oldDueAt, ClockEvent::newDueAt)
                .containsExactly(
                        tuple(Kind.STARTED, null, at("2026-11-30T18:00")),
                        tuple(Kind.CALENDAR_CHANGED, at("2026-11-30T18:00"), at("2026-12-01T18:00")));
        trial.everythingAgrees(refund);
        CalendarReview.Progress progress = review.progress();
        assertThat(progress.done()).isEqualTo(report);
        assertThat(progress.waiting()).isZero();
        assertThat(review.places(progress.version()))
                .filteredOn(place -> place.step().equals("sourceReview"))
                .isNotEmpty()
                .allSatisfy(place -> assertThat(place.examples())
                        .hasSize(Math.min(3, place.moved()))
                        .allSatisfy(one -> assertThat(one.oldDueAt()).isNotEqualTo(one.newDueAt())));
    }

    @Test
    void twoNodesAtOnceReckonEveryClockOnce() throws Exception {
        time.set("2026-11-24T10:00");
        List<String> refunds = IntStream.range(0, 40)
                .mapToObj(any -> trial.start(time.instant()))
                .toList();
        sign("2026-11-25");
        int waiting = review.progress().waiting();
        var nodes = Executors.newFixedThreadPool(2);
        var together = new CountDownLatch(2);
        Callable<ReviewReport> node = () -> {
            together.countDown();
            together.await(1, TimeUnit.MINUTES);
            return review.run();
        };

        ReviewReport both = ReviewReport.NOTHING;
        for (var done : nodes.invokeAll(List.of(node, node))) {
            both = both.plus(done.get());
        }
        nodes.shutdown();

        assertThat(both.examined()).isEqualTo(waiting).isGreaterThanOrEqualTo(120);
        assertThat(review.progress().done()).isEqualTo(both);
        for (String refund : refunds) {
            assertThat(deadlines
                            .explanation(trial.clock(refund, "sourceReview").id())
                            .events())
                    .extracting(ClockEvent::kind)
                    .containsExactly(Kind.STARTED, Kind.CALENDAR_CHANGED);
            assertThat(ClockAgreement.disagreeing(sql, refund)).isZero();
        }
    }

    @Test
    void aClockThatSomebodyHasInHandIsDoneByTheNextRun() {
        String refund = startAt("2026-11-24T10:00");
        long source = trial.clock(refund, "sourceReview").id();
        sign("2026-11-25");

        transaction.executeWithoutResult(status -> {
            sql.sql("select from clock where clock_id = ? for update")
                    .param(source)
                    .query()
                    .listOfRows();
            CompletableFuture.runAsync(review::run).join();
            assertThat(review.progress().waiting()).isEqualTo(1);
        });
        ReviewReport rest = review.run();

        assertThat(rest).isEqualTo(new ReviewReport(1, 1, 0, 0));
        assertThat(review.progress().waiting()).isZero();
        trial.everythingAgrees(refund);
    }

    @Test
    void aBatchThatMeetsSomebodyAtWorkIsTriedAgain() throws Exception {
        String refund = startAt("2026-11-24T10:00");
        Job timer = overdueTimer(refund, "sourceReview");
        sign("2026-11-25");
        var running = new CompletableFuture<ReviewReport>();

        transaction.executeWithoutResult(status -> {
            jobs.setJobDuedate(timer.getId(), Date.from(at("2026-11-30T17:00")));
            running.completeAsync(review::run);
            untilSomebodyWaitsForALock();
        });

        assertThat(running.get(1, TimeUnit.MINUTES).moved()).isPositive();
        assertThat(review.progress().waiting()).isZero();
        trial.everythingAgrees(refund);
    }

    private void untilSomebodyWaitsForALock() {
        Instant giveUp = Instant.now().plusSeconds(60);
        while (sql.sql(
                                "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")
                        .query(Integer.class)
                        .single()
                == 0) {
            assertThat(Instant.now()).as("nobody waited").isBefore(giveUp);
            Thread.onSpinWait();
        }
    }

    @Test
    void aTimerThatFiresBeforeTheReviewReachedItsClockComesAgainAtTheNewDate() {
        String refund = startAt("2026-11-24T10:00");
        Job timer = overdueTimer(refund, "sourceReview");
        sign("2026-11-25");
        time.set("2026-11-30T18:00");

        assertThatThrownBy(() -> jobs.executeJob(timer.getId()))
                .hasStackTraceContaining("is being moved to another date");
        review.run();

        assertThat(breaches.ofCase(refund)).isEmpty();
        assertThat(overdueTimer(refund, "sourceReview").getDuedate()).isEqualTo(Date.from(at("2026-12-01T18:00")));
        trial.everythingAgrees(refund);
        time.set("2026-12-01T18:00");
        trial.fireDueTimers(refund);
        assertThat(breaches.ofCase(refund)).extracting(Breach::step).contains("sourceReview");
    }

    private Job overdueTimer(String caseNumber, String step) {
        return jobs.createJobQuery()
                .processInstanceId(trial.clock(caseNumber, step).processInstance())
                .activityId(step + "Overdue")
                .singleResult();
    }

    @Test
    void whatWasFinishedKeepsTheCalendarOfItsTime() {
        String refund = startAt("2026-11-18T10:00");
        DeadlineClock source = trial.clock(refund, "sourceReview");
        time.set("2026-11-24T18:30");
        trial.complete(refund, "sourceReview");
        assertThat(breaches.ofCase(refund)).hasSize(1);

        sign("2026-11-20", "2026-11-23");
        review.run();

        Explanation explanation = deadlines.explanation(source.id());
        assertThat(explanation.standing().overdue()).isTrue();
        assertThat(explanation.standing().clock().dueAt()).isEqualTo(at("2026-11-24T18:00"));
        assertThat(explanation.days().get(explanation.days().size() - 1).day().date())
                .isEqualTo("2026-11-24");
        assertThat(breaches.ofCase(refund)).hasSize(1);
        assertThat(trial.clock(refund, "promise").dueAt()).isEqualTo(at("2026-11-30T18:00"));
    }

    @Test
    void anEarlierDateIsOverdueAtOnceAndForetold() {
        String refund = startAt("2026-09-29T10:00");
        DeadlineClock source = trial.clock(refund, "sourceReview");
        assertThat(source.dueAt()).isEqualTo(at("2026-10-10T18:00"));
        sign("2026-10-08");
        review.run();
        assertThat(trial.clock(refund, "sourceReview").dueAt()).isEqualTo(at("2026-10-12T18:00"));
        time.set("2026-10-11T09:00");

        CalendarImpact impact = preview.of(imports.candidate(List.of(TestYears.changed2026())));

        assertThat(impact.overdueAtOnce()).isPositive();
        assertThat(impact.earlier()).isGreaterThanOrEqualTo(impact.overdueAtOnce());
        sign();
        review.run();
        trial.fireDueTimers(refund);
        assertThat(breaches.ofCase(refund)).extracting(Breach::step).contains("sourceReview");
    }
}
