package org.chunfeng.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;
import org.chunfeng.engine.TaskListQuery.Grants;
import org.springframework.stereotype.Component;

/**
 * Answers the ready-made task lists from indexes, at whatever door they are asked for. The engine itself joins every task with
 * every grant of the asking person and would take minutes where many tasks are open; it still answers all other questions.
 */
@Component
class TaskLists extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<SessionFactory> factories = new ArrayList<>();
        if (configuration.getCustomSessionFactories() != null) {
            factories.addAll(configuration.getCustomSessionFactories());
        }
        factories.add(new Tasks());
        configuration.setCustomSessionFactories(factories);
    }

    /** Gives the engine our way to its tasks. */
    private static class Tasks implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return TaskManager.class;
        }

        @Override
        public Session openSession() {
            return new Manager();
        }
    }

    private static class Manager extends TaskManager {

        @Override
        public List<Task> findTasksByQueryCriteria(TaskQueryImpl query) {
            return list(query)
                    .map(list -> findTasksByNativeQuery(list.page(), 0, Integer.MAX_VALUE))
                    .orElseGet(() -> super.findTasksByQueryCriteria(query));
        }

        @Override
        public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
            return list(query)
                    .map(list -> findTaskCountByNativeQuery(list.count()))
                    .orElseGet(() -> super.findTaskCountByQueryCriteria(query));
        }

        /** Empty for what the engine has to answer. */
        private Optional<TaskListQuery> list(TaskQueryImpl query) {
            configureQuery(query);
            if (!TaskListShape.isOf(query)) {
                return Optional.empty();
            }
            var list = new TaskListQuery(query);
            if (list.isImplied()) {
                return Optional.of(list);
            }
            return switch (Grants.values()[(int) findTaskCountByNativeQuery(list.grants())]) {
                case NONE -> Optional.of(list.ofMineOnly());
                case SOME -> Optional.empty();
                case ALL -> Optional.of(list);
            };
        }
    }
}
