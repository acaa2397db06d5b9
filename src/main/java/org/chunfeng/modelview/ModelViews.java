package org.chunfeng.modelview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.chunfeng.casefile.CaseKind;
import org.chunfeng.engine.ProcessModels;
import org.chunfeng.engine.ProcessModels.Place;
import org.chunfeng.engine.Texts;
import org.chunfeng.engine.WaitingCases;
import org.chunfeng.modelview.OpenClocks.Count;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what is open at every place of a model. */
@Component
class ModelViews {

    private final ProcessModels models;
    private final OpenClocks clocks;
    private final WaitingCases waiting;
    private final Texts texts;

    ModelViews(ProcessModels models, OpenClocks clocks, WaitingCases waiting, Texts texts) {
        this.models = models;
        this.clocks = clocks;
        this.waiting = waiting;
        this.texts = texts;
    }

    /**
     * What is open at one place.
     *
     * @param within the sub-process around it; empty at the top
     * @param calls the process that is called from here; empty for other places
     * @param atRisk null where the place has no clock of its own
     * @param overdue null where the place has no clock of its own
     */
    public record Row(
            String step,
            String name,
            String within,
            String calls,
            long open,
            @Nullable Long atRisk,
            @Nullable Long overdue) {}

    /** The places of the model in its order. */
    List<Row> places(String process, String bureau) {
        List<Place> places = models.places(process);
        Map<String, Count> counted = clocks.of(ids(places), bureau);
        return places.stream()
                .map(place -> place.clocked()
                        ? row(place, counted.get(place.id()))
                        : row(place, waiting.count(process, place.id(), bureau)))
                .toList();
    }

    /** The clocks that run for whole cases of this kind; none for a model that is only called. */
    List<Row> wholeCases(String process, String bureau) {
        CaseKind kind = Arrays.stream(CaseKind.values())
                .filter(one -> one.process().equals(process))
                .findFirst()
                .orElse(null);
        if (kind == null) {
            return List.of();
        }
        return clocks.ofWholeCases(kind.name(), steps(process), bureau).values().stream()
                .sorted(Comparator.comparing(Count::step))
                .map(count -> row(count.step(), texts.code("step", count.step()), "", "", count))
                .toList();
    }

    /** Whether a step has a clock: one of the whole case, or one of its own. */
    boolean isClocked(String process, String step) {
        return models.places(process).stream()
                .filter(place -> place.id().equals(step))
                .findFirst()
                .map(Place::clocked)
                .orElse(true);
    }

    /** Every step of the model and of those that it calls. */
    private List<String> steps(String process) {
        var steps = new ArrayList<String>();
        for (Place place : models.places(process)) {
            steps.add(place.id());
            if (!place.calls().isEmpty()) {
                steps.addAll(ids(models.places(place.calls())));
            }
        }
        return steps;
    }

    private static List<String> ids(List<Place> places) {
        return places.stream().map(Place::id).toList();
    }

    private static Row row(Place place, @Nullable Count count) {
        return row(place.id(), place.name(), place.within(), place.calls(), count);
    }

    private static Row row(Place place, long open) {
        return new Row(place.id(), place.name(), place.within(), place.calls(), open, null, null);
    }

    private static Row row(String step, String name, String within, String calls, @Nullable Count count) {
        return count == null
                ? new Row(step, name, within, calls, 0, 0L, 0L)
                : new Row(step, name, within, calls, count.open(), count.atRisk(), count.overdue());
    }
}
