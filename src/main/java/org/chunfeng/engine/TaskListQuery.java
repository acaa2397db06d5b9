package org.chunfeng.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.Direction;
import org.camunda.bpm.engine.impl.QueryOrderingProperty;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.db.TenantCheck;
import org.jspecify.annotations.Nullable;

/**
 * A question for tasks that asks for nothing but what the ready-made lists and searches in them ask for, as a statement over
 * the engine's own tables. Whoever holds a task, or is of a department that may take it, sees it: those are the grants that
 * the engine gives by itself.
 */
final class TaskListQuery {

    /** For the tasks of which processes somebody has been granted all. */
    enum Grants {
        NONE,
        SOME,
        ALL
    }

    private final TaskQueryImpl query;
    private final Map<String, Object> parameters = new HashMap<>();
    private final StringJoiner conditions = new StringJoiner(" and ");

    TaskListQuery(TaskQueryImpl query) {
        this.query = query;
        conditions.add("1 = 1");
        Stream.of(TaskListCondition.values()).forEach(this::restrict);
        if (query.isUnassigned() || query.getCandidateGroups() != null) {
            conditions.add("t.assignee_ is null");
        }
        if (query.getCandidateGroups() != null) {
            conditions.add(takenBy(query.getCandidateGroups()));
        }
        ofBureau("t").ifPresent(conditions::add);
    }

    /** Whoever holds a task, or is of a department that may take it, has been granted it. */
    boolean isImplied() {
        String user = query.getAuthCheck().getAuthUserId();
        return user.equals(query.getAssignee())
                || user.equals(query.getInvolvedUser())
                || query.getCandidateGroups() != null && groups().containsAll(query.getCandidateGroups());
    }

    /** Asks for the {@link Grants} of the asking person, by number. */
    Map<String, Object> grants() {
        return statement("""
                select case when bool_or(a.resource_id_ = '*') then 2 when count(*) > 0 then 1 else 0 end
                from act_ru_authorization a
                where a.type_ in (0, 1) and (a.user_id_ in (#{user}, '*') or a.group_id_ in %s)
                    and (a.resource_type_ = %d and a.perms_ & %3$d = %3$d
                        or a.resource_type_ = %d and a.resource_id_ = '*' and a.perms_ & %5$d = %5$d)
                """.formatted(
                        each("group", groups()),
                        Resources.PROCESS_DEFINITION.resourceType(),
                        ProcessDefinitionPermissions.READ_TASK.getValue(),
                        Resources.TASK.resourceType(),
                        TaskPermissions.READ.getValue()));
    }

    /** Leaves only what the asking person holds or may take. */
    TaskListQuery ofMineOnly() {
        conditions.add("(t.assignee_ = #{user} or " + takenBy(groups())
                + " or t.id_ in (select i.task_id_ from act_ru_identitylink i where i.user_id_ = #{user}))");
        return this;
    }

    /** Asked of each task by itself, so that the database may look each up in an index, or all of a group at once. */
    private String takenBy(Collection<String> groups) {
        return "exists (select 1 from act_ru_identitylink i where i.task_id_ = t.id_ and i.type_ = 'candidate' and i.group_id_ in "
                + each("group", groups)
                + ofBureau("i").map(bureau -> " and " + bureau).orElse("") + ")";
    }

    private Optional<String> ofBureau(String alias) {
        TenantCheck check = query.getTenantCheck();
        return check.isTenantCheckEnabled()
                ? Optional.of(alias + ".tenant_id_ in " + each("bureau", known(check.getAuthTenantIds())))
                : Optional.empty();
    }

    Map<String, Object> count() {
        return statement("select count(*) from act_ru_task t where " + conditions);
    }

    Map<String, Object> page() {
        parameters.put("most", query.getMaxResults());
        parameters.put("first", query.getFirstResult());
        return statement("select t.* from act_ru_task t where " + conditions + " order by " + order()
                + " limit #{most} offset #{first}");
    }

    private String order() {
        return Stream.concat(query.getOrderingProperties().stream().map(TaskListQuery::column), Stream.of("t.id_"))
                .collect(Collectors.joining(", "));
    }

    private static String column(QueryOrderingProperty order) {
        String direction = order.getDirection() == Direction.DESCENDING ? " desc" : "";
        return "t." + order.getQueryProperty().getName() + direction;
    }

    private List<String> groups() {
        return known(query.getAuthCheck().getAuthGroupIds());
    }

    private static List<String> known(@Nullable List<String> ids) {
        return ids == null ? List.of() : ids;
    }

    private void restrict(TaskListCondition condition) {
        Object asked = condition.asked(query);
        if (asked != null) {
            parameters.put(condition.field(), asked);
            conditions.add(condition.sql());
        }
    }

    /** A list of values for a statement; of none, one that matches nothing. */
    private String each(String name, Collection<String> values) {
        var list = new StringJoiner(", ", "(", ")").setEmptyValue("(null)");
        for (String value : values) {
            String parameter = name + parameters.size();
            parameters.put(parameter, value);
            list.add("#{" + parameter + "}");
        }
        return list.toString();
    }

    private Map<String, Object> statement(String sql) {
        parameters.put("user", query.getAuthCheck().getAuthUserId());
        var statement = new HashMap<>(parameters);
        statement.put("sql", sql);
        return statement;
    }
}
