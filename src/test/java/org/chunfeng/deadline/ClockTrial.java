package org.chunfeng.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.AbstractFlowNodeBuilder;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.casefile.CaseKind;
import org.chunfeng.casefile.NewCase;
import org.chunfeng.engine.Field;
import org.chunfeng.engine.ProcessRules;
import org.chunfeng.engine.Refusals;
import org.chunfeng.engine.StepRules;
import org.chunfeng.engine.Submission;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;

/**
 * A small process with the clocks of a refund: promise and legal limit around it, source review and accounting in turn
 * within, each with its warning and overdue timer; what a timer fires is recorded at once.
 */
@TestComponent
class ClockTrial {

    private static final List<String> ENTRANCES = List.of("trialStarted", "sourceReview", "accounting");

    private final RepositoryService models;
    private final RuntimeService processes;
    private final TaskService tasks;
    private final ManagementService jobs;
    private final CaseFiles cases;
    private final Deadlines deadlines;

    ClockTrial(
            RepositoryService models,
            RuntimeService processes,
            TaskService tasks,
            ManagementService jobs,
            CaseFiles cases,
            Deadlines deadlines) {
        this.models = models;
        this.processes = processes;
        this.tasks = tasks;
        this.jobs = jobs;
        this.cases = cases;
        this.deadlines = deadlines;
    }

    @Bean
    static ProcessRules trialRules() {
        return new ProcessRules() {
            @Override
            public String process() {
                return "clockTrial";
            }

            @Override
            public List<StepRules> steps() {
                return ENTRANCES.stream().<StepRules>map(Open::new).toList();
            }
        };
    }

    private record Open(String step) implements StepRules {

        @Override
        public List<Field> fields() {
            return List.of();
        }

        @Override
        public void check(Submission submission, Refusals refusals) {}
    }

    void deploy() {
        models.createDeployment()
                .name("clockTrial")
                .addModelInstance("clockTrial.bpmn", model())
                .enableDuplicateFiltering(true)
                .deploy();
    }

    private static BpmnModelInstance model() {
        AbstractFlowNodeBuilder<?, ?> inside = Bpmn.createExecutableProcess("clockTrial")
                .camundaHistoryTimeToLiveString("P3650D")
                .startEvent("trialStarted")
                .subProcess("handleTrial")
                .camundaExecutionListenerExpression("end", stop("promise"))
                .camundaExecutionListenerExpression("end", stop("legalLimit"))
                .embeddedSubProcess()
                .startEvent("handlingStarted");
        for (String step : List.of("sourceReview", "accounting")) {
            inside = inside.userTask(step)
                    .camundaDueDate(at("dueAt", step))
                    .camundaExecutionListenerExpression("end", stop(step))
                    .intermediateThrowEvent(step + "Done");
        }
        var built = inside.endEvent("handlingEnded").subProcessDone().endEvent("trialEnded");
        for (String[] clock : new String[][] {
            {"sourceReview", "sourceReview"},
            {"accounting", "accounting"},
            {"handleTrial", "promise"},
            {"handleTrial", "legalLimit"}
        }) {
            built.moveToActivity(clock[0])
                    .boundaryEvent(clock[1] + "Warning")
                    .cancelActivity(false)
                    .timerWithDate(at("warnAt", clock[1]))
                    .endEvent(clock[1] + "Warned");
            built.moveToActivity(clock[0])
                    .boundaryEvent(clock[1] + "Overdue")
                    .cancelActivity(false)
                    .timerWithDate(at("dueAt", clock[1]))
                    .serviceTask(clock[1] + "Recorded")
                    .camundaDelegateExpression("${recordBreach}")
                    .endEvent(clock[1] + "Escalated");
        }
        return built.done();
    }

    private static String at(String method, String step) {
        return "${deadlines.%s(execution, '%s')}".formatted(method, step);
    }

    private static String stop(String step) {
        return "${deadlines.stop(execution, '%s')}".formatted(step);
    }

    /** Starts a case of a small taxpayer of the left banner, accepted now. */
    String start(Instant now) {
        return start(now, "SETTLEMENT");
    }

    String start(Instant now, String matter) {
        String caseNumber = cases.open(new NewCase(
                CaseKind.REFUND,
                matter,
                "SMALL",
                "zuoqi",
                "91152921FAKE00013N",
                "测试公司",
                100L,
                "API",
                null,
                null,
                "zuoqi.hallIntake",
                now,
                null));
        cases.accept(caseNumber);
        processes.startProcessInstanceByKey("clockTrial", caseNumber);
        return caseNumber;
    }

    void complete(String caseNumber, String step) {
        tasks.complete(task(caseNumber, step).getId(), Map.of());
    }

    Task task(String caseNumber, String step) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey(step)
                .singleResult();
    }

    DeadlineClock clock(String caseNumber, String step) {
        return deadlines.openClocks(caseNumber).stream()
                .filter(clock -> clock.step().equals(step))
                .findFirst()
                .orElseThrow();
    }

    /** The jobs of the case that an executor would run now. */
    List<Job> executable(String caseNumber) {
        String instance = processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .singleResult()
                .getId();
        return jobs.createJobQuery().processInstanceId(instance).executable().list();
    }

    /** Those of them that would call a step overdue. */
    List<Job> overdueTimers(String caseNumber) {
        return executable(caseNumber).stream()
                .filter(job -> jobs.createJobDefinitionQuery()
                        .jobDefinitionId(job.getJobDefinitionId())
                        .singleResult()
                        .getActivityId()
                        .endsWith("Overdue"))
                .toList();
    }

    void fireDueTimers(String caseNumber) {
        executable(caseNumber).forEach(job -> jobs.executeJob(job.getId()));
    }

    /** Walks all open clocks of the case: task due = timer due = clock due, and the warning timer where the clock warns. */
    void everythingAgrees(String caseNumber) {
        List<DeadlineClock> open = deadlines.openClocks(caseNumber);
        assertThat(open).isNotEmpty();
        for (DeadlineClock clock : open) {
            assertThat(timers(clock, "Overdue")).as(clock.step()).containsExactly(Date.from(clock.dueAtOrNever()));
            assertThat(timers(clock, "Warning")).as(clock.step()).containsExactly(Date.from(clock.warnAtOrNever()));
            Stream.ofNullable(task(caseNumber, clock.step()))
                    .forEach(task -> assertThat(task.getDueDate()).isEqualTo(Date.from(clock.dueAtOrNever())));
        }
    }

    private List<Date> timers(DeadlineClock clock, String kind) {
        return jobs
                .createJobQuery()
                .processInstanceId(clock.processInstance())
                .activityId(clock.step() + kind)
                .list()
                .stream()
                .map(Job::getDuedate)
                .toList();
    }
}
