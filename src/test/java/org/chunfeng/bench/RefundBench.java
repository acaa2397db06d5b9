package org.chunfeng.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.chunfeng.OwnApplication;
import org.chunfeng.TestPeople;
import org.chunfeng.refund.RefundFixture;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Whole refunds, from the application to the answer of the treasury, against the bare engine, in one run on one database
 * server: the same model with four tasks claimed and completed, by two threads; there with default settings and every form's
 * fields as variables, here with everything on. Not part of the build: {@code mvn test -Dtest=RefundBench
 * -Dbench.cases=1000}.
 */
@OwnApplication
class RefundBench {

    private static final double WANTED = 1.5;
    private static final int WARM_UP = 300;
    private static final int THREADS = 2;
    private static final Map<String, Object> ROUTE = Map.of(
            "intake", "complete",
            "review", "approved",
            "verdict", "approved",
            "slipPassed", true,
            "answerFinal", true,
            "route", "writtenOff");

    @Test
    void halfAsFastAgainAsTheBareEngine() throws Exception {
        BenchProcess.run(RefundBench.class, System.getProperty("bench.cases", "1000"));
    }

    public static void main(String[] arguments) throws Exception {
        int cases = Integer.parseInt(arguments[0]);
        double before = bare(cases);
        double ours = ours(cases);
        double bare = (before + bare(cases)) / 2;
        System.out.printf(
                "RefundBench: bare engine %.1f cases/s, ours %.1f cases/s, ratio %.2f%n", bare, ours, ours / bare);
        System.exit(ours / bare < WANTED ? 1 : 0);
    }

    private static double bare(int cases) throws Exception {
        try (BareEngine bare = BareEngine.with("bpmn/refund/refund.bpmn")) {
            return perSecond(cases, new Office(bare.services(), false));
        }
    }

    private static double ours(int cases) throws Exception {
        try (ConfigurableApplicationContext application =
                BenchProcess.application(Map.of("camunda.bpm.job-execution.enabled", "false"), TestPeople.class)) {
            var people = application.getBean(TestPeople.class);
            Office.STEPS.values().forEach(people::account);
            people.account(Office.CLERK);
            return perSecond(cases, new Office(application.getBean(ProcessEngine.class), true));
        }
    }

    private static double perSecond(int cases, Office office) throws Exception {
        handle(WARM_UP, office);
        long begin = System.nanoTime();
        handle(cases, office);
        return cases * 1e9 / (System.nanoTime() - begin);
    }

    private static void handle(int cases, Office office) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Callable<String>> work = IntStream.range(0, cases)
                .mapToObj(i -> (Callable<String>) office::handle)
                .toList();
        for (var done : threads.invokeAll(work)) {
            done.get();
        }
        threads.shutdown();
    }

    /** People at work on one case after the other. */
    private record Office(ProcessEngine engine, boolean signsIn) {

        static final String CLERK = "zuoqi.hallIntake";
        static final Map<String, String> STEPS = Map.of(
                "reviewRefund", "zuoqi.taxSource",
                "approveRefund", "zuoqi.taxSource2",
                "issueSlip", "zuoqi.revenueAccounting",
                "checkSlip", "zuoqi.revenueAccounting2");

        String handle() {
            ProcessInstance started = as(CLERK, () -> start(RefundFixture.anApplication()));
            step(started, "reviewRefund", RefundFixture.anApproval());
            step(started, "approveRefund", Map.of("approval", "APPROVE"));
            step(started, "issueSlip", RefundFixture.aSlip());
            step(started, "checkSlip", Map.of("slipRight", "true"));
            engine.getManagementService()
                    .createJobQuery()
                    .messages()
                    .processInstanceId(started.getId())
                    .list()
                    .forEach(job -> engine.getManagementService().executeJob(job.getId()));
            String number = started.getBusinessKey();
            as("zuoqi.revenueAccounting", () -> answer(number));
            if (engine.getRuntimeService()
                            .createProcessInstanceQuery()
                            .processInstanceBusinessKey(number)
                            .count()
                    > 0) {
                throw new IllegalStateException("Case %s goes on".formatted(number));
            }
            return number;
        }

        private ProcessInstance start(Map<String, Object> form) {
            if (signsIn) {
                return engine.getRuntimeService().startProcessInstanceByKey("refund", form);
            }
            Map<String, Object> all = new HashMap<>(form);
            all.putAll(ROUTE);
            return engine.getRuntimeService().startProcessInstanceByKey("refund", "R-" + form.get("requestId"), all);
        }

        private void step(ProcessInstance instance, String step, Map<String, Object> form) {
            String person = STEPS.get(step);
            as(person, () -> {
                String task = engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceId(instance.getId())
                        .taskDefinitionKey(step)
                        .singleResult()
                        .getId();
                engine.getTaskService().claim(task, person);
                engine.getTaskService().complete(task, form);
                return task;
            });
        }

        private String answer(String number) {
            engine.getRuntimeService()
                    .createMessageCorrelation("treasuryAnswered")
                    .processInstanceBusinessKey(number)
                    .setVariables(Map.of("answer", "WRITTEN_OFF", "slipNo", number + "-1"))
                    .correlate();
            return number;
        }

        private <T> T as(String person, Supplier<T> work) {
            if (signsIn) {
                String[] parts = person.replaceAll("\\d$", "").split("\\.");
                engine.getIdentityService().setAuthentication(person, List.of(parts[1]), List.of(parts[0]));
            }
            try {
                return work.get();
            } finally {
                engine.getIdentityService().clearAuthentication();
            }
        }
    }
}
