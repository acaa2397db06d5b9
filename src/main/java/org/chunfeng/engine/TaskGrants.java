package org.chunfeng.engine;

import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Spares the engine the look whether a candidate group has a permission on a task already, where the task is being made in
 * this very transaction: nobody can have one. It was a third of the time that starting many cases took.
 */
@Component
class TaskGrants extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setResourceAuthorizationProvider(new Provider());
    }

    private static class Provider extends DefaultAuthorizationProvider {

        @Override
        protected @Nullable AuthorizationEntity getGrantAuthorizationByGroupId(
                String groupId, Resource resource, String resourceId) {
            boolean nobodyCanHave = resource == Resources.TASK && isBeingMade(resourceId);
            return nobodyCanHave ? null : super.getGrantAuthorizationByGroupId(groupId, resource, resourceId);
        }

        /** Who took a task may put it back; to whom else it might go is settled at the doors, which stay closed. */
        @Override
        public AuthorizationEntity @Nullable [] newTaskAssignee(
                Task task, @Nullable String oldAssignee, @Nullable String newAssignee) {
            AuthorizationEntity[] grants = super.newTaskAssignee(task, oldAssignee, newAssignee);
            if (grants != null) {
                Stream.of(grants)
                        .filter(Objects::nonNull)
                        .forEach(grant -> grant.addPermission(Permissions.TASK_ASSIGN));
            }
            return grants;
        }

        private static boolean isBeingMade(String taskId) {
            CachedDbEntity known = Context.getCommandContext()
                    .getDbEntityManager()
                    .getDbEntityCache()
                    .getCachedEntity(TaskEntity.class, taskId);
            return known != null && known.getEntityState() == DbEntityState.TRANSIENT;
        }
    }
}
