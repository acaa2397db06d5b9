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
    private final HeldUp heldUp;
    private final WaitingCases waiting;
    private final Texts texts;

    ModelViews(ProcessModels models, OpenClocks clocks, HeldUp heldUp, WaitingCases waiting, Texts texts) {
        this.models = models;
        this.clocks = clocks;
        this.heldUp = heldUp;
        this.waiting = waiting;
        this.texts = texts;
    }

    /**
     * What is open at one place.
     *
     * @param within the sub-process around it; empty at the top
     * @param calls the process that is called from here; empty for other places
     * @param clock the step whose clock counts: this one, or the one around it whose cases are counted here again
     * @param atRisk null where no clock counts
     * @param overdue null where no clock counts
     */
    public record Row(
            String step,
            String name,
            String within,
            String calls,
            String clock,
            long open,
            @Nullable Long atRisk,
            @Nullable Long overdue) {

        public boolean clocked() {
            return clock.equals(step);
        }
    }

    /** The places of the model in its order. */
    List<Row> places(String process, String bureau) {
        List<Place> places = models.places(process);
        Map<String, Count> counted = clocks.of(ids(places), bureau);
        List<Place> tasks = places.stream()
                .filter(place -> !place.clocked() && !place.clock().isEmpty())
                .toList();
        Map<String, Long> atRisk = heldUp.counts(process, tasks, Standing.AT_RISK, bureau);
        Map<String, Long> overdue = heldUp.counts(process, tasks, Standing.OVERDUE, bureau);
        return places.stream()
                .map(place -> place.clocked()
                        ? row(place, counted.getOrDefault(place.id(), Count.none(place.id())))
                        : row(place, waiting.count(process, place.id(), bureau), atRisk, overdue))
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
                .map(count ->
                        row(new Place(count.step(), texts.code("step", count.step()), "", "", count.step()), count))
                .toList();
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

    private static Row row(Place place, Count count) {
        return shown(place, count.open(), count.atRisk(), count.overdue());
    }

    private static Row row(Place place, long open, Map<String, Long> atRisk, Map<String, Long> overdue) {
        return place.clock().isEmpty()
                ? shown(place, open, null, null)
                : shown(place, open, atRisk.getOrDefault(place.id(), 0L), overdue.getOrDefault(place.id(), 0L));
    }

    private static Row shown(Place place, long open, @Nullable Long atRisk, @Nullable Long overdue) {
        return new Row(place.id(), place.name(), place.within(), place.calls(), place.clock(), open, atRisk, overdue);
    }
}
