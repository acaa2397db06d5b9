package org.chunfeng.engine;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.QueryOrderingProperty;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ObjectUtils;

/**
 * Tells the questions that the ready-made lists and searches in them ask from all others, so that none is ever answered by
 * half.
 */
final class TaskListShape {

    /** Asked for beside the conditions, or no condition at all; whatever else is set makes it another question. */
    private static final Set<String> BESIDE = Set.of(
            "unassigned",
            "candidateGroup",
            "candidateGroups",
            "initializeFormKeys",
            "withCommentAttachmentInfo",
            "cachedCandidateGroups",
            "cachedUserGroups",
            "queries");

    private static final List<Field> OTHERS = Stream.of(TaskQueryImpl.class.getDeclaredFields())
            .filter(field -> !Modifier.isStatic(field.getModifiers()))
            .filter(field -> !BESIDE.contains(field.getName()))
            .filter(field -> Stream.of(TaskListCondition.values())
                    .noneMatch(condition -> condition.field().equals(field.getName())))
            .toList();

    private static final Set<String> ORDERS =
            Set.of("DUE_DATE_", "FOLLOW_UP_DATE_", "PRIORITY_", "CREATE_TIME_", "NAME_", "ASSIGNEE_");

    static {
        OTHERS.forEach(field -> field.setAccessible(true));
    }

    private TaskListShape() {}

    /** Whether it is a question of this kind, asked by somebody who may not see everything anyway. */
    static boolean isOf(TaskQueryImpl query) {
        return query.getAuthCheck().getShouldPerformAuthorizatioCheck()
                && !query.getAuthCheck().isRevokeAuthorizationCheckEnabled()
                && query.getQueries().size() == 1
                && query.getOrderingProperties().stream().allMatch(TaskListShape::isKnown)
                && asksNothingElse(query);
    }

    private static boolean isKnown(QueryOrderingProperty order) {
        return order.getRelation() == null
                && order.getQueryProperty().getFunction() == null
                && ORDERS.contains(order.getQueryProperty().getName());
    }

    private static boolean asksNothingElse(TaskQueryImpl query) {
        var blank = new TaskQueryImpl();
        return OTHERS.stream().allMatch(field -> Objects.deepEquals(value(field, query), value(field, blank)));
    }

    /** What comes in over HTTP says an empty list where others say nothing; but an empty text asks for what has none. */
    private static @Nullable Object value(Field field, TaskQueryImpl query) {
        try {
            Object value = field.get(query);
            return value instanceof String || !ObjectUtils.isEmpty(value) ? value : null;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
