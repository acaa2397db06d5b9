package org.chunfeng.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.chunfeng.overpayment.PlatformLists;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Loads a list of overpayments once, through the import that everybody uses, and works on a part of it; beside the start,
 * which does not wait for it.
 */
@Component
@Profile("demo")
class DemoOverpayments {

    private static final Logger LOG = LoggerFactory.getLogger(DemoOverpayments.class);
    private static final long PATIENCE_SECONDS = 120;

    private final PlatformLists lists;
    private final DemoPlatformList list;
    private final DemoDesk desk;
    private final TaskService tasks;
    private final RuntimeService engine;
    private final JdbcClient jdbc;
    private final Clock clock;

    DemoOverpayments(
            PlatformLists lists,
            DemoPlatformList list,
            DemoDesk desk,
            TaskService tasks,
            RuntimeService engine,
            JdbcClient jdbc,
            Clock clock) {
        this.lists = lists;
        this.list = list;
        this.desk = desk;
        this.tasks = tasks;
        this.engine = engine;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order
    void loadOnce() {
        if (jdbc.sql("select exists (select 1 from overpayment_import)")
                .query(Boolean.class)
                .single()) {
            return;
        }
        var thread = new Thread(this::load, "demo-overpayments");
        thread.setDaemon(true);
        thread.start();
    }

    private void load() {
        try {
            byte[] content = list.make(LocalDate.now(clock)).getBytes(StandardCharsets.UTF_8);
            long importId = desk.as("alxa.levyAdmin", () -> begin(content));
            for (int i = 0; i < PATIENCE_SECONDS * 5 && !lists.hasEnded(importId); i++) {
                Thread.sleep(200);
            }
            workOnSome();
            LOG.info("Demo: list of overpayments loaded as import {}", importId);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException stopped) {
            LOG.warn("Demo: the list of overpayments was not loaded to its end: {}", stopped.getMessage());
        }
    }

    private long begin(byte[] content) {
        try {
            return lists.load("多缴税费清单.csv", new ByteArrayInputStream(content));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Every second case is classified, one way after the other; what follows is done for some of them. */
    private void workOnSome() {
        List<Task> waiting = open("classifyOverpayment");
        for (int i = 0; i < waiting.size(); i += 2) {
            complete(waiting.get(i), "taxSource", marking(i / 2));
        }
        everyOther("confirmRefund", "taxSource2", Map.of("refundConfirmed", "true"));
        String today = LocalDate.now(clock).toString();
        everyOther("fixDeclaration", "hallIntake", Map.of("settledOn", today, "opinion", "已辅导更正申报。"));
        for (Task task : half(open("recordOffset"))) {
            complete(task, "revenueAccounting", offset(task, today));
        }
    }

    private Map<String, Object> offset(Task task, String today) {
        long fen = jdbc.sql("select amount_fen from case_file where case_number = ?")
                .param(caseNumber(task))
                .query(Long.class)
                .single();
        Map<String, Object> offset = new HashMap<>();
        offset.put("offsetAmount", "%d.%02d".formatted(fen / 100, fen % 100));
        offset.put("settledByVoucher", "3152900" + task.getId().hashCode());
        offset.put("settledOn", today);
        return offset;
    }

    private Map<String, Object> marking(int number) {
        return switch (number % 5) {
            case 0 -> Map.of("overpaymentClass", "REFUND", "opinion", "数据相符，拟退库。");
            case 1 -> Map.of("overpaymentClass", "OFFSET_ARREARS", "opinion", "先抵缴欠税。");
            case 2 -> Map.of("overpaymentClass", "OFFSET_NEXT_PERIOD", "opinion", "纳税人同意抵缴下期。");
            case 3 -> Map.of("overpaymentClass", "DECLARATION_FIX", "opinion", "申报有误。");
            default ->
                Map.of(
                        "overpaymentClass",
                        "CANNOT_CLEAR",
                        "unclearableReason",
                        number % 2 == 0 ? "TAXPAYER_UNREACHABLE" : "UNDER_INSPECTION",
                        "recheckOn",
                        LocalDate.now(clock).plusMonths(2).toString());
        };
    }

    private void everyOther(String step, String group, Map<String, Object> answers) {
        half(open(step)).forEach(task -> complete(task, group, answers));
    }

    private static List<Task> half(List<Task> tasks) {
        return tasks.subList(0, (tasks.size() + 1) / 2);
    }

    private List<Task> open(String step) {
        return tasks.createTaskQuery()
                .taskDefinitionKey(step)
                .orderByTaskCreateTime()
                .asc()
                .list();
    }

    /** What somebody at the screen took meanwhile is his. */
    private void complete(Task task, String group, Map<String, Object> answers) {
        try {
            desk.complete(task.getTenantId() + "." + group, task.getId(), answers);
        } catch (ProcessEngineException taken) {
            LOG.info("Demo: {} was left: {}", task.getTaskDefinitionKey(), taken.getMessage());
        }
    }

    private String caseNumber(Task task) {
        return engine.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }
}
