package org.chunfeng.system;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Keeps the ready-made filters of Tasklist as they are declared, at every start; others stay. */
@Component
class RoleFilters {

    private static final String KEY = "roleFilter";

    private final FilterService filters;
    private final TaskService tasks;
    private final MessageSource messages;

    RoleFilters(FilterService filters, TaskService tasks, MessageSource messages, OneNodeAtATime nodes) {
        this.filters = filters;
        this.tasks = tasks;
        this.messages = messages;
        nodes.run(() -> Stream.of(RoleFilter.values()).forEach(this::keep));
    }

    private void keep(RoleFilter declared) {
        Filter filter = filters.createFilterQuery().unlimitedList().stream()
                .filter(one -> Objects.equals(one.getProperties().get(KEY), declared.key()))
                .findFirst()
                .orElseGet(filters::newTaskFilter);
        filter.setName(text("filter." + declared.key()));
        filter.setQuery(declared.tasks(tasks.createTaskQuery()));
        filter.setProperties(Map.of(
                KEY,
                declared.key(),
                "description",
                text("filter." + declared.key() + ".description"),
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

    private String text(String key) {
        return messages.getMessage(key, null, Locale.CHINA);
    }
}
