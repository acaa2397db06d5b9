package org.chunfeng.system;

import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.task.TaskQuery;

/** The filters that everybody finds in Tasklist, in this order; the one whose work is most urgent stands first in each. */
enum RoleFilter {
    MINE("我的待办", "已由我领取、等我办理的事项，最急的在前", "#155a8a", tasks -> tasks.taskAssigneeExpression("${currentUser()}")),
    DEPARTMENT(
            "本部门待办",
            "本部门尚未有人领取的事项，最急的在前",
            "#3d7a46",
            tasks -> tasks.taskCandidateGroupInExpression("${currentUserGroups()}")
                    .taskUnassigned()),
    DUE_TODAY(
            "今日到期",
            "今天下班前必须办完的事项",
            "#b26a00",
            tasks -> tasks.dueAfterExpression("${now()}")
                    .dueBeforeExpression("${dateTime().withTimeAtStartOfDay().plusDays(1)}")),
    OVERDUE("已超期", "已经超过办理期限的事项，超期最久的在前", "#b3261e", tasks -> tasks.dueBeforeExpression("${now()}")),
    EXPEDITED("加急", "经带班领导批准加急办理的事项", "#7b2d8b", tasks -> tasks.taskMinPriority(75));

    private final String label;
    private final String description;
    private final String colour;
    private final UnaryOperator<TaskQuery> which;

    RoleFilter(String label, String description, String colour, UnaryOperator<TaskQuery> which) {
        this.label = label;
        this.description = description;
        this.colour = colour;
        this.which = which;
    }

    String label() {
        return label;
    }

    String description() {
        return description;
    }

    String colour() {
        return colour;
    }

    TaskQuery tasks(TaskQuery all) {
        return which.apply(all).orderByDueDate().asc().orderByTaskCreateTime().asc();
    }
}
