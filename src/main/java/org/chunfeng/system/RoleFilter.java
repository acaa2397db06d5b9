package org.chunfeng.system;

import java.util.Date;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.task.TaskQuery;
import org.chunfeng.deadline.DeadlineClock;

/**
 * The filters that everybody finds in Tasklist, in this order. They sort nothing themselves: that would come before what
 * a clerk chooses; Tasklist's own script asks for the most urgent first.
 */
enum RoleFilter {
    MINE("mine", "#155a8a", tasks -> tasks.taskInvolvedUserExpression("${currentUser()}")),
    DEPARTMENT(
            "department",
            "#3d7a46",
            tasks -> tasks.taskCandidateGroupInExpression("${currentUserGroups()}")
                    .taskUnassigned()),
    DUE_TODAY(
            "dueToday",
            "#b26a00",
            tasks -> tasks.dueAfterExpression("${now()}")
                    .dueBeforeExpression("${dateTime().withTimeAtStartOfDay().plusDays(1)}")),
    OVERDUE("overdue", "#b3261e", tasks -> tasks.dueBeforeExpression("${now()}")),
    SUSPENDED("suspended", "#6e7781", tasks -> tasks.dueAfter(Date.from(DeadlineClock.NEVER.minusSeconds(1)))),
    EXPEDITED("expedited", "#7b2d8b", tasks -> tasks.taskMinPriority(75));

    private final String key;
    private final String colour;
    private final UnaryOperator<TaskQuery> which;

    RoleFilter(String key, String colour, UnaryOperator<TaskQuery> which) {
        this.key = key;
        this.colour = colour;
        this.which = which;
    }

    /** Its name and description stand under this key in messages/doors. */
    String key() {
        return key;
    }

    String colour() {
        return colour;
    }

    TaskQuery tasks(TaskQuery all) {
        return which.apply(all);
    }
}
