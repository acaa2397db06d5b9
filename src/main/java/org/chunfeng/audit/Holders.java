package org.chunfeng.audit;

import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.deadline.DeadlineClock;
import org.chunfeng.notice.Recipient;
import org.springframework.stereotype.Component;

/** Who holds the work of a clock right now: the account that claimed the task, or the group that should. */
@Component
class Holders {

    /** Answers for work that lies with nobody: the leader on duty of the county. */
    static final String NOBODYS = "leaderOnDuty";

    private final TaskService tasks;

    Holders(TaskService tasks) {
        this.tasks = tasks;
    }

    Recipient of(CaseFile caseFile, DeadlineClock clock) {
        return tasksOf(clock).stream()
                .map(Task::getAssignee)
                .filter(Objects::nonNull)
                .findFirst()
                .map(assignee -> Recipient.account(assignee, caseFile.bureau()))
                .orElseGet(() -> Recipient.group(groupOf(clock), caseFile.bureau()));
    }

    String groupOf(DeadlineClock clock) {
        return tasksOf(clock).stream()
                .flatMap(task -> tasks.getIdentityLinksForTask(task.getId()).stream())
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(NOBODYS);
    }

    /** The open tasks that show this clock; those of the whole case when it is a case clock. */
    private List<Task> tasksOf(DeadlineClock clock) {
        if (clock.processInstance() == null) {
            return List.of();
        }
        List<Task> open = tasks.createTaskQuery()
                .processInstanceId(clock.processInstance())
                .orderByTaskCreateTime()
                .desc()
                .list();
        List<Task> own = open.stream().filter(task -> shows(task, clock)).toList();
        return own.isEmpty() ? open : own;
    }

    private static boolean shows(Task task, DeadlineClock clock) {
        Optional<Date> due = Optional.ofNullable(task.getDueDate());
        return task.getTaskDefinitionKey().equals(clock.step())
                || due.map(Date::toInstant)
                        .filter(shown -> shown.equals(clock.dueAt()))
                        .isPresent();
    }
}
