package org.chunfeng.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** What a new edition says differently from the one before. */
public record MonthDifference(String breakdown, String key, String figure, long before, long after) {

    /** Every number that differs, a row that is missing on one side counting as zeros. */
    static List<MonthDifference> between(MonthFigures before, MonthFigures after) {
        Map<Place, Counts[]> old = numbers(before);
        Map<Place, Counts[]> now = numbers(after);
        var places = new LinkedHashSet<>(old.keySet());
        places.addAll(now.keySet());
        var differences = new ArrayList<MonthDifference>();
        Counts[] none = {Counts.NONE, Counts.NONE};
        for (Place place : places) {
            Map<String, Long> was = figures(old.getOrDefault(place, none));
            figures(now.getOrDefault(place, none)).forEach((figure, number) -> {
                if (!number.equals(was.get(figure))) {
                    differences.add(
                            new MonthDifference(place.breakdown(), place.key(), figure, was.get(figure), number));
                }
            });
        }
        return differences;
    }

    private record Place(String breakdown, String key) {}

    private static Map<Place, Counts[]> numbers(MonthFigures figures) {
        var numbers = new LinkedHashMap<Place, Counts[]>();
        numbers.put(new Place("total", ""), new Counts[] {figures.flow(), figures.clocks()});
        figures.rows()
                .forEach(row ->
                        numbers.put(new Place(row.breakdown(), row.key()), new Counts[] {row.counts(), row.clocks()}));
        return numbers;
    }

    private static Map<String, Long> figures(Counts[] row) {
        var figures = new LinkedHashMap<String, Long>();
        figures.put("carried", row[0].carried());
        figures.put("received", row[0].received());
        figures.put("finished", row[0].finished());
        figures.put("lateOnes", row[0].late());
        figures.put("breaches", row[1].breaches());
        figures.put("used", row[1].used());
        return figures;
    }
}
