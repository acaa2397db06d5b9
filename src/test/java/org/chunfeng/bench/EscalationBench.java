package org.chunfeng.bench;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.chunfeng.OwnApplication;
import org.chunfeng.TestClock;
import org.chunfeng.overpayment.BenchDoor;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Escalation of many clocks due at one instant against the bare engine, in one run on one database server: there each timer
 * only starts the model of accountability; here breaches, rungs, notices, accountability cases and their clocks are written
 * besides. Not part of the build: {@code mvn test -Dtest=EscalationBench -Dbench.clocks=10000}; both are measured in one
 * process of 512 MB, on a database as durable as the demo's.
 */
@OwnApplication
class EscalationBench {

    private static final int BARE_CLOCKS = 2_000;
    private static final int WARM_UP = 1_000;
    private static final double WANTED = 4;

    @Test
    void fourTimesAsFastAsTheBareEngine() throws Exception {
        BenchProcess.run(EscalationBench.class, System.getProperty("bench.clocks", "10000"));
    }

    public static void main(String[] arguments) throws Exception {
        int clocks = Integer.parseInt(arguments[0]);
        double before = bare();
        double ours = ours(clocks);
        double bare = (before + bare()) / 2;
        System.out.printf(
                "EscalationBench: bare engine %.0f clocks/s, ours %.0f clocks/s, ratio %.2f%n",
                bare, ours, ours / bare);
        System.exit(ours / bare < WANTED ? 1 : 0);
    }

    private static double bare() throws IOException {
        try (BareEngine bare = BareEngine.with("bpmn/overpayment/overpayment.bpmn", "bpmn/audit/audit.bpmn")) {
            ProcessEngine engine = bare.services();
            ClockUtil.reset();
            for (int i = 0; i < BARE_CLOCKS; i++) {
                OverpaidRows.startOne(engine, i);
            }
            bare.work();
            ClockUtil.offset(BareEngine.Later.WARNING.toMillis());
            awaitThat(() ->
                    engine.getManagementService().createJobQuery().executable().count() == 0);
            bare.rest();
            ClockUtil.offset(BareEngine.Later.DUE.toMillis());
            long begin = System.nanoTime();
            bare.work();
            awaitThat(() ->
                    engine.getManagementService().createJobQuery().executable().count() == 0);
            return BARE_CLOCKS * 1e9 / (System.nanoTime() - begin);
        }
    }

    private static double ours(int clocks) throws Exception {
        ClockUtil.reset();
        try (ConfigurableApplicationContext application =
                BenchProcess.application(Map.of("camunda.bpm.job-execution.enabled", "true"), TestClock.class)) {
            var time = application.getBean(TestClock.class);
            time.set("2021-04-12T10:00");
            var door = new BenchDoor(application);
            door.load(OverpaidRows.list("warm", WARM_UP, LocalDate.of(2021, 3, 26)));
            door.load(OverpaidRows.list("row", clocks, LocalDate.of(2021, 4, 10)));
            var bureau = new Bureau(application);
            // both warnings, then the warm-up: arisen in March, so due a month earlier
            bureau.escalates(time, "2021-04-29T09:00", 0);
            bureau.escalates(time, "2021-04-30T18:00", WARM_UP);
            bureau.escalates(time, "2021-05-28T09:00", WARM_UP);
            double seconds = bureau.escalates(time, "2021-05-31T18:00", WARM_UP + clocks);
            return clocks / seconds;
        }
    }

    /** The application at work, as the database shows it. */
    private record Bureau(JdbcClient sql, JobExecutor jobs) {

        Bureau(ConfigurableApplicationContext application) {
            this(application.getBean(JdbcClient.class), application.getBean(JobExecutor.class));
        }

        /** How many seconds it takes from that moment until so many accountability cases are open and no timer is due. */
        double escalates(TestClock time, String moment, int audits) {
            jobs.shutdown();
            awaitThat(() -> count("report_change") == 0);
            time.set(moment);
            long begin = System.nanoTime();
            jobs.start();
            awaitThat(() -> count("audit_case") >= audits
                    && count("act_ru_job where duedate_ <= '%s+08'".formatted(moment)) == 0);
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf(
                    "EscalationBench: %s, %d accountability cases after %.1f s%n",
                    moment, count("audit_case"), seconds);
            return seconds;
        }

        private long count(String from) {
            return sql.sql("select count(*) from " + from).query(Long.class).single();
        }
    }

    private static void awaitThat(BooleanSupplier done) {
        try {
            while (!done.getAsBoolean()) {
                Thread.sleep(200);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
