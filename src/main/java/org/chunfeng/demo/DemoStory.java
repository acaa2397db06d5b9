package org.chunfeng.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.chunfeng.audit.LadderRun;
import org.chunfeng.calendar.CalendarDays;
import org.chunfeng.supervision.Supervisor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A believable year, lived through once, day by day: people file and work through the same doors as everybody, timers fire
 * as the days go by, and what is unfinished today is still open.
 */
@Component
@Profile("demo")
class DemoStory {

    private static final Logger LOG = LoggerFactory.getLogger(DemoStory.class);
    private static final List<String> COUNTIES =
            List.of("zuoqi", "zuoqi", "zuoqi", "youqi", "youqi", "ejina", "gaoxin", "wulanbuhe", "tengger");
    private static final int BUSY_DAYS = 7;

    /** Days after which the time to explain is over, whatever the weekends. */
    private static final int HEARING = 10;

    private final DemoSettings settings;
    private final DemoClock clock;
    private final CalendarDays calendar;
    private final DemoApplications applications;
    private final DemoDeregistrations deregistrations;
    private final DemoAnnouncements announcements;
    private final DemoTickets tickets;
    private final DemoDesk desk;
    private final DemoWork work;
    private final TaskService tasks;
    private final ManagementService jobs;
    private final LadderRun ladder;
    private final Supervisor supervisor;
    private final ProcessEngine engine;
    private final JdbcClient jdbc;
    private final Random dice = new Random(89);
    private final Map<String, Integer> startsWorkAfter = new HashMap<>();

    DemoStory(
            DemoSettings settings,
            DemoClock clock,
            CalendarDays calendar,
            DemoApplications applications,
            DemoDeregistrations deregistrations,
            DemoAnnouncements announcements,
            DemoTickets tickets,
            DemoDesk desk,
            DemoWork work,
            TaskService tasks,
            ManagementService jobs,
            LadderRun ladder,
            Supervisor supervisor,
            ProcessEngine engine,
            JdbcClient jdbc) {
        this.settings = settings;
        this.clock = clock;
        this.calendar = calendar;
        this.applications = applications;
        this.deregistrations = deregistrations;
        this.announcements = announcements;
        this.tickets = tickets;
        this.desk = desk;
        this.work = work;
        this.tasks = tasks;
        this.jobs = jobs;
        this.ladder = ladder;
        this.supervisor = supervisor;
        this.engine = engine;
        this.jdbc = jdbc;
    }

    /** Lives through the year that ends now, unless it was lived through before. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void tellOnce() {
        if (!settings.story()
                || jdbc.sql("select exists (select 1 from case_file)")
                        .query(Boolean.class)
                        .single()) {
            return;
        }
        LOG.info("Demo: a year of cases is lived through, which takes a minute or two; then the accounts are printed");
        jobExecutor().shutdown();
        Duration kept = clock.offset();
        LocalDate today = LocalDate.now(clock);
        try {
            for (LocalDate day = today.minusYears(1); day.isBefore(today); day = day.plusDays(1)) {
                if (calendar.current().isWorkingDay(day)) {
                    live(day, today);
                }
            }
        } finally {
            clock.pretend(clock.realTime().plus(kept));
            jobExecutor().start();
        }
        LOG.info(
                "Demo: {} cases",
                jdbc.sql("select count(*) from case_file").query(Long.class).single());
    }

    private void live(LocalDate day, LocalDate today) {
        clock.pretend(at(day, LocalTime.of(9, 0)));
        fireTimers();
        supervisor.superviseWhenDue();
        int applicationsToday = day.isAfter(today.minusDays(BUSY_DAYS)) ? 2 : dice.nextInt(10) < 2 ? 1 : 0;
        for (int i = 0; i < applicationsToday; i++) {
            clock.pretend(at(day, LocalTime.of(9, 10 + 7 * i)));
            file(day);
        }
        if (day.isAfter(today.minusDays(BUSY_DAYS)) || dice.nextInt(10) == 0) {
            deregister(day);
        }
        if (day.isAfter(today.minusDays(BUSY_DAYS))) {
            announcements.publish(day, day.isBefore(today.minusDays(2)));
        }
        tickets.report(day, today);
        clock.pretend(at(day, LocalTime.of(15, 30)));
        tasks.createTaskQuery().active().orderByTaskCreateTime().asc().list().forEach(task -> workOn(task, day));
        fireTimers();
        work.answerSlips(day);
        clock.pretend(at(day, LocalTime.of(18, 0)));
        fireTimers();
    }

    private void file(LocalDate day) {
        String bureau = COUNTIES.get(dice.nextInt(COUNTIES.size()));
        boolean online = dice.nextInt(4) == 0;
        Map<String, Object> application = applications.make(bureau, day, dice.nextInt(6) == 0);
        if (online) {
            desk.file(bureau + ".hallIntake", application);
            return;
        }
        desk.apply(bureau + ".hallIntake", application);
    }

    private void deregister(LocalDate day) {
        String bureau = COUNTIES.get(dice.nextInt(COUNTIES.size()));
        String number = desk.apply(bureau + ".hallIntake", "deregistration", deregistrations.make(bureau, day));
        work.maySuspend(number, bureau, day);
    }

    /** People take a task up after a while: mostly within its limit, sometimes far too late. */
    private void workOn(Task task, LocalDate day) {
        LocalDate created = LocalDate.ofInstant(task.getCreateTime().toInstant(), clock.getZone());
        int after = startsWorkAfter.computeIfAbsent(task.getId(), id -> patience(task.getTaskDefinitionKey()));
        if (!created.plusDays(after).isAfter(day)) {
            work.finish(task);
        }
    }

    private int patience(String step) {
        if (step.equals("acceptRefund") || step.startsWith("permit")) {
            return 0;
        }
        if (tickets.knows(step)) {
            return tickets.patience(step);
        }
        if (step.equals("examineBreach")) {
            return HEARING;
        }
        boolean dawdles = dice.nextInt(14) == 0;
        return dawdles ? 8 : dice.nextInt(2);
    }

    /** One after the other in the order in which they are due: firing one may take another away. */
    private void fireTimers() {
        for (List<Job> next = due(); !next.isEmpty(); next = due()) {
            jobs.executeJob(next.get(0).getId());
        }
        ladder.run();
    }

    private List<Job> due() {
        return jobs.createJobQuery().executable().orderByJobDuedate().asc().listPage(0, 1);
    }

    private JobExecutor jobExecutor() {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(clock.getZone()).toInstant();
    }
}
