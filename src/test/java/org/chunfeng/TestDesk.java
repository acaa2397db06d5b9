package org.chunfeng;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;

/** Works through the doors of the engine as one person after the other, and fires timers and jobs by hand. */
@TestComponent
public class TestDesk {

    private final TestPeople people;
    private final RuntimeService engine;
    private final TaskService tasks;
    private final ManagementService jobs;

    TestDesk(TestPeople people, RuntimeService engine, TaskService tasks, ManagementService jobs) {
        this.people = people;
        this.engine = engine;
        this.tasks = tasks;
        this.jobs = jobs;
    }

    /** Starts a process by its form and answers the case number. */
    public String start(String user, String process, Map<String, Object> form) throws Exception {
        return people.as(
                user, () -> engine.startProcessInstanceByKey(process, form).getBusinessKey());
    }

    public void complete(String user, String caseNumber, String step, Map<String, Object> form) throws Exception {
        Task task = task(caseNumber, step);
        people.as(user, () -> {
            tasks.claim(task.getId(), user);
            tasks.complete(task.getId(), form);
            return step;
        });
    }

    public void claim(String user, String taskId) throws Exception {
        people.as(user, () -> {
            tasks.claim(taskId, user);
            return taskId;
        });
    }

    public void send(String user, String message, String caseNumber, Map<String, Object> form) throws Exception {
        people.as(
                user,
                () -> engine.createMessageCorrelation(message)
                        .processInstanceBusinessKey(caseNumber)
                        .setVariables(form)
                        .correlateWithResult());
    }

    public Task task(String caseNumber, String step) {
        List<Task> found = tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey(step)
                .list();
        if (found.size() != 1) {
            throw new AssertionError("Case %s has %d tasks %s; open: %s"
                    .formatted(caseNumber, found.size(), step, openSteps(caseNumber)));
        }
        return found.get(0);
    }

    public List<String> openSteps(String caseNumber) {
        return tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    /** Executes every job that is due, one after the other in their order: firing one may take another away. */
    public void fireDueJobs() {
        for (List<Job> next = due(); !next.isEmpty(); next = due()) {
            jobs.executeJob(next.get(0).getId());
        }
    }

    /** The same for one case only, whatever else is due in the application that all tests share. */
    public void fireDueJobs(String caseNumber) {
        String instance = engine.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .singleResult()
                .getId();
        for (List<Job> due = due(instance); !due.isEmpty(); due = due(instance)) {
            due.forEach(job -> jobs.executeJob(job.getId()));
        }
    }

    public boolean isRunning(String caseNumber) {
        return engine.createProcessInstanceQuery()
                        .processInstanceBusinessKey(caseNumber)
                        .count()
                > 0;
    }

    private List<Job> due(String instance) {
        return jobs.createJobQuery()
                .processInstanceId(instance)
                .executable()
                .withRetriesLeft()
                .list();
    }

    private List<Job> due() {
        return jobs.createJobQuery()
                .executable()
                .withRetriesLeft()
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1);
    }
}
