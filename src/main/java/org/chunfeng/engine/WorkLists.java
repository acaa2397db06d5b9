package org.chunfeng.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.filter.Filter;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The ready-made task lists of whoever asks, each with how much is in it right now. */
@Component
public class WorkLists {

    private static final int MOST = 12;

    private final FilterService filters;

    WorkLists(@Lazy FilterService filters) {
        this.filters = filters;
    }

    /** A task list of Tasklist. */
    public record WorkList(String filterId, String name, long count) {}

    /** In the order in which Tasklist shows them. */
    public List<WorkList> mine() {
        return filters.createFilterQuery().filterResourceType("Task").listPage(0, MOST).stream()
                .sorted(Comparator.comparingInt(WorkLists::priority))
                .map(filter -> new WorkList(filter.getId(), filter.getName(), filters.count(filter.getId())))
                .toList();
    }

    private static int priority(Filter filter) {
        Map<String, Object> properties = filter.getProperties();
        return properties != null && properties.get("priority") instanceof Number priority ? priority.intValue() : 0;
    }
}
