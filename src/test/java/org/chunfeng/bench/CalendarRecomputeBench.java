package org.chunfeng.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.chunfeng.ChunfengTest;
import org.chunfeng.ClockAgreement;
import org.chunfeng.TestClock;
import org.chunfeng.TestPeople;
import org.chunfeng.calendar.CalendarFixture;
import org.chunfeng.calendar.CalendarImports;
import org.chunfeng.calendar.Decree;
import org.chunfeng.calendar.DecreeDay;
import org.chunfeng.calendar.DecreeFile;
import org.chunfeng.deadline.CalendarImpact;
import org.chunfeng.deadline.CalendarPreview;
import org.chunfeng.deadline.CalendarReview;
import org.chunfeng.deadline.ReviewReport;
import org.chunfeng.refund.RefundFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Measures how long a calendar import takes that moves 20,000 open clocks of real refunds, with their timers and tasks. No
 * test of every day: run it by {@code mvn test -Dtest=CalendarRecomputeBench}; {@code -Dbench.clocks} sets the size.
 */
@ChunfengTest
class CalendarRecomputeBench {

    private static final Logger LOG = LoggerFactory.getLogger(CalendarRecomputeBench.class);
    private static final int CLOCKS_OF_A_REFUND = 3;
    private static final int CLOCKS = Integer.getInteger("bench.clocks", 20_000);

    @Autowired
    private TestPeople people;

    @Autowired
    private TestClock time;

    @Autowired
    private RuntimeService engine;

    @Autowired
    private CalendarImports imports;

    @Autowired
    private CalendarPreview preview;

    @Autowired
    private CalendarReview review;

    @Autowired
    private JdbcClient sql;

    @AfterEach
    void backToRealTime() {
        time.reset();
    }

    @Test
    void everyOpenClockMovesWithItsTimersAndTask() throws Exception {
        time.set("2026-11-23T10:00");
        int refunds = (CLOCKS + CLOCKS_OF_A_REFUND - 1) / CLOCKS_OF_A_REFUND;
        timed("start %d refunds".formatted(refunds), () -> startRefunds(refunds));
        sql.sql("analyze").update();
        List<Decree> threeDaysMore = List.of(threeDaysMore());

        CalendarImpact impact = timed("preview", () -> preview.of(imports.candidate(threeDaysMore)));
        imports.draft(threeDaysMore, "alxa.levyAdmin").forEach(id -> imports.sign(id, "alxa.camunda-admin", "测试"));
        ReviewReport report = timed("recompute", review::run);
        ReviewReport again = timed("recompute again", review::run);

        LOG.info("BENCH {}", report);
        assertThat(report.moved())
                .isEqualTo(refunds * CLOCKS_OF_A_REFUND)
                .isEqualTo(impact.total().moved());
        assertThat(again.examined()).isZero();
        assertThat(ClockAgreement.disagreeing(sql, "%")).isZero();
    }

    private int startRefunds(int number) throws Exception {
        people.account("zuoqi.hallIntake");
        var pool = Executors.newFixedThreadPool(2);
        List<Callable<Object>> starts = IntStream.range(0, number)
                .<Callable<Object>>mapToObj(any -> this::startRefund)
                .toList();
        for (var started : pool.invokeAll(starts)) {
            started.get();
        }
        pool.shutdown();
        return number;
    }

    private Object startRefund() throws Exception {
        return people.as(
                "zuoqi.hallIntake", () -> engine.startProcessInstanceByKey("refund", RefundFixture.anApplication()));
    }

    /** So that the periods of working days and of calendar days (§109) move alike. */
    private static Decree threeDaysMore() {
        Decree shipped = new DecreeFile()
                .read(CalendarFixture.file()).stream()
                        .filter(decree -> decree.year() == 2026)
                        .findFirst()
                        .orElseThrow();
        var more = LocalDate.of(2026, 11, 25)
                .datesUntil(LocalDate.of(2026, 11, 28))
                .map(day -> new DecreeDay(day, false, "临时放假"));
        return new Decree(
                2026, "测试", Stream.concat(shipped.days().stream(), more).toList());
    }

    private static <T> T timed(String what, Callable<T> work) throws Exception {
        long begun = System.nanoTime();
        T result = work.call();
        LOG.info(
                "BENCH {}: {} ms",
                what,
                Duration.ofNanos(System.nanoTime() - begun).toMillis());
        return result;
    }
}
