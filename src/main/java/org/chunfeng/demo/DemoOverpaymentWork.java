package org.chunfeng.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Works on a part of the overpayments, so that there are some at every step and some at every end. */
@Component
@Profile("demo")
class DemoOverpaymentWork {

    private static final Logger LOG = LoggerFactory.getLogger(DemoOverpaymentWork.class);
    private static final int REFUNDS = 4;
    private static final int DAYS_TO_RECHECK = 20;
    private static final List<String> REASONS = List.of(
            "TAXPAYER_UNREACHABLE",
            "UNDER_INSPECTION",
            "TAXPAYER_UNREACHABLE",
            "DISPUTED_DATA",
            "DEREGISTERED",
            "TAXPAYER_UNREACHABLE",
            "OFFSET_PENDING",
            "DISPUTED_DATA");

    private final DemoDesk desk;
    private final DemoWork work;
    private final TaskService tasks;
    private final RuntimeService engine;
    private final JdbcClient jdbc;
    private final Clock clock;

    DemoOverpaymentWork(
            DemoDesk desk, DemoWork work, TaskService tasks, RuntimeService engine, JdbcClient jdbc, Clock clock) {
        this.desk = desk;
        this.work = work;
        this.tasks = tasks;
        this.engine = engine;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Every second case is classified, one way after the other; what follows is done for some of them. */
    void onSome() {
        List<Task> waiting = open("classifyOverpayment");
        for (int i = 0; i < waiting.size(); i += 2) {
            complete(waiting.get(i), "taxSource", marking(i / 2));
        }
        List<Task> refunds = half(open("confirmRefund"));
        for (int i = 0; i < refunds.size(); i++) {
            boolean denied = i % 6 == 5;
            complete(
                    refunds.get(i),
                    "taxSource2",
                    Map.of("refundConfirmed", String.valueOf(!denied), "opinion", "已核对。"));
        }
        String today = LocalDate.now(clock).toString();
        half(open("fixDeclaration"))
                .forEach(task -> complete(task, "hallIntake", Map.of("settledOn", today, "opinion", "已辅导更正申报。")));
        half(open("recordOffset")).forEach(task -> complete(task, "revenueAccounting", offset(task, today)));
        jdbc.sql("""
                        select r.case_number from case_file r join case_file o on o.case_number = r.related_case
                        where r.kind = 'REFUND' and o.kind = 'OVERPAYMENT' order by r.case_number limit ?
                        """).param(REFUNDS).query(String.class).list().forEach(this::payBack);
    }

    /** Some of the refunds come to their end, and with them their overpayments. */
    private void payBack(String refund) {
        for (List<Task> next = of(refund); !next.isEmpty(); next = of(refund)) {
            work.finish(next.get(0));
        }
        for (String answer : List.of("PAID", "WRITTEN_OFF")) {
            work.answerSlip(refund, answer, LocalDate.now(clock));
        }
    }

    private List<Task> of(String caseNumber) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .active()
                .list();
    }

    private Map<String, Object> offset(Task task, String today) {
        long fen = jdbc.sql("select amount_fen from case_file where case_number = ?")
                .param(caseNumber(task))
                .query(Long.class)
                .single();
        Map<String, Object> offset = new HashMap<>();
        offset.put("offsetAmount", "%d.%02d".formatted(fen / 100, fen % 100));
        offset.put("settledByVoucher", "3152900" + Math.abs(task.getId().hashCode()));
        offset.put("settledOn", today);
        return offset;
    }

    private Map<String, Object> marking(int number) {
        return switch (number % 5) {
            case 0 -> Map.of("overpaymentClass", "REFUND", "opinion", "数据相符，拟退库。");
            case 1 -> Map.of("overpaymentClass", "OFFSET_ARREARS", "opinion", "先抵缴欠税。");
            case 2 -> Map.of("overpaymentClass", "OFFSET_NEXT_PERIOD", "opinion", "纳税人同意抵缴下期。");
            case 3 -> Map.of("overpaymentClass", "DECLARATION_FIX", "opinion", "申报有误。");
            default -> {
                String reason = REASONS.get(number / 5 % REASONS.size());
                String day = LocalDate.now(clock).plusDays(DAYS_TO_RECHECK).toString();
                yield Map.of("overpaymentClass", "CANNOT_CLEAR", "unclearableReason", reason, "recheckOn", day);
            }
        };
    }

    private static List<Task> half(List<Task> tasks) {
        return IntStream.iterate(0, i -> i < tasks.size(), i -> i + 2)
                .mapToObj(tasks::get)
                .toList();
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
