package org.chunfeng.engine;

import java.util.function.Function;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.jspecify.annotations.Nullable;

/** What a task list or a search in it may ask for, each as the engine itself understands it. */
enum TaskListCondition {
    ASSIGNEE("assignee", TaskQueryImpl::getAssignee, "t.assignee_ = #{assignee}"),
    INVOLVED_USER("involvedUser", TaskQueryImpl::getInvolvedUser, """
            t.id_ in (select i.task_id_ from act_ru_identitylink i where i.user_id_ = #{involvedUser}
                union all select m.id_ from act_ru_task m where m.assignee_ = #{involvedUser}
                union all select m.id_ from act_ru_task m where m.owner_ = #{involvedUser})"""),
    MIN_PRIORITY("minPriority", TaskQueryImpl::getMinPriority, "t.priority_ >= #{minPriority}"),
    DUE_BEFORE("dueBefore", TaskQueryImpl::getDueBefore, "t.due_date_ < #{dueBefore}"),
    DUE_AFTER("dueAfter", TaskQueryImpl::getDueAfter, "t.due_date_ > #{dueAfter}"),
    NAME("name", TaskQueryImpl::getName, "upper(t.name_) = upper(#{name})"),
    NAME_LIKE("nameLike", TaskQueryImpl::getNameLike, "upper(t.name_) like upper(#{nameLike}) escape '\\'"),
    STEP("key", TaskQueryImpl::getKey, "t.task_def_key_ = #{key}"),
    INSTANCE("processInstanceId", TaskQueryImpl::getProcessInstanceId, "t.proc_inst_id_ = #{processInstanceId}"),
    CASE("processInstanceBusinessKey", TaskQueryImpl::getProcessInstanceBusinessKey, """
            t.proc_inst_id_ in (
                select e.id_ from act_ru_execution e where e.business_key_ = #{processInstanceBusinessKey})"""),
    CASE_LIKE("processInstanceBusinessKeyLike", TaskQueryImpl::getProcessInstanceBusinessKeyLike, """
            exists (select 1 from act_ru_execution e where e.id_ = t.proc_inst_id_
                and e.business_key_ like #{processInstanceBusinessKeyLike} escape '\\')""");

    private final String field;
    private final Function<TaskQueryImpl, @Nullable Object> asked;
    private final String sql;

    TaskListCondition(String field, Function<TaskQueryImpl, @Nullable Object> asked, String sql) {
        this.field = field;
        this.asked = asked;
        this.sql = sql;
    }

    /** The engine's name of it, and that of its parameter. */
    String field() {
        return field;
    }

    /** Null when it is not asked for. */
    @Nullable
    Object asked(TaskQueryImpl query) {
        return asked.apply(query);
    }

    /** Over the alias t of the table of tasks. */
    String sql() {
        return sql;
    }
}
