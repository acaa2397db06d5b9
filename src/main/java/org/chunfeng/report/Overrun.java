package org.chunfeng.report;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How late the late ones were, in whole working days; null when none was. */
public record Overrun(
        @Nullable Integer median,
        @Nullable Integer ninth,
        @Nullable Integer longest) {

    private static final int HALF = 50;
    private static final int NINE_TENTHS = 90;

    static Overrun of(List<Tallies.Value> late) {
        var counts = new TreeMap<Integer, Long>();
        late.forEach(value -> counts.merge(Integer.valueOf(value.value()), value.n(), Long::sum));
        return counts.isEmpty()
                ? new Overrun(null, null, null)
                : new Overrun(percentile(counts, HALF), percentile(counts, NINE_TENTHS), counts.lastKey());
    }

    /** The smallest value that so many percent do not exceed (nearest rank). */
    private static int percentile(TreeMap<Integer, Long> counts, int percent) {
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        long rank = (total * percent + 99) / 100;
        long seen = 0;
        for (var entry : counts.entrySet()) {
            seen += entry.getValue();
            if (seen >= rank) {
                return entry.getKey();
            }
        }
        return counts.lastKey();
    }
}
