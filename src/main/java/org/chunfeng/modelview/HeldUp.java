package org.chunfeng.modelview;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.chunfeng.engine.ProcessModels.Place;
import org.chunfeng.engine.WaitingCases;
import org.chunfeng.modelview.OpenClocks.Count;
import org.springframework.stereotype.Component;

/**
 * Which cases are held up at a task that runs on the clock around it: of those whose clock is at risk or overdue, the ones
 * that wait at the task. They are among the cases of that clock, so nobody may add the two.
 */
@Component
class HeldUp {

    private final OpenClocks clocks;
    private final WaitingCases waiting;

    HeldUp(OpenClocks clocks, WaitingCases waiting) {
        this.clocks = clocks;
        this.waiting = waiting;
    }

    /** How many stand so at each task, by its id. */
    Map<String, Long> counts(String process, List<Place> tasks, Standing standing, String bureau) {
        Set<String> clocksAround = tasks.stream().map(Place::clock).collect(Collectors.toSet());
        Map<String, Count> counted = clocks.of(clocksAround, bureau);
        var found = new HashMap<String, Long>();
        for (String clock : clocksAround) {
            Count count = counted.get(clock);
            if (count == null || standing.of(count) == 0) {
                continue;
            }
            Map<String, Set<String>> at = waiting.among(process, clocks.cases(clock, standing, bureau));
            tasks.stream()
                    .filter(task -> task.clock().equals(clock))
                    .forEach(task -> found.put(task.id(), (long)
                            at.getOrDefault(task.id(), Set.of()).size()));
        }
        return found;
    }

    /** The cases that stand so at a task, the most urgent first. */
    List<String> cases(String process, String task, String clock, Standing standing, String bureau) {
        List<String> all = clocks.cases(clock, standing, bureau);
        Set<String> here = waiting.among(process, all).getOrDefault(task, Set.of());
        return all.stream().filter(here::contains).toList();
    }
}
