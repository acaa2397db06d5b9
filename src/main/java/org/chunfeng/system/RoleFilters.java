package org.chunfeng.system;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.springframework.stereotype.Component;

/** Keeps the ready-made filters of Tasklist as they are declared, at every start. */
@Component
class RoleFilters {

    private final FilterService filters;
    private final TaskService tasks;

    RoleFilters(FilterService filters, TaskService tasks) {
        this.filters = filters;
        this.tasks = tasks;
        for (RoleFilter filter : RoleFilter.values()) {
            keep(filter);
        }
    }

    private void keep(RoleFilter declared) {
        List<Filter> present =
                filters.createFilterQuery().filterName(declared.label()).unlimitedList();
        Filter filter = present.isEmpty() ? filters.newTaskFilter(declared.label()) : present.get(0);
        filter.setQuery(declared.tasks(tasks.createTaskQuery()));
        filter.setProperties(Map.of(
                "description",
                declared.description(),
                "color",
                declared.colour(),
                "priority",
                declared.ordinal() * 10,
                // a refreshing filter counts all tasks every ten seconds in every open browser
                "refresh",
                false,
                "showUndefinedVariable",
                false));
        filters.saveFilter(filter);
    }
}
