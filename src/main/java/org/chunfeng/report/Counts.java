package org.chunfeng.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one cell. What was carried over and received is either finished or open.
 *
 * @param late finished later than allowed
 * @param measured finished ones whose working days are known, which used and allowed sum up
 */
public record Counts(
        long carried, long received, long finished, long late, long breaches, long measured, long used, long allowed) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

    List<Counted> flow(Scope scope) {
        return List.of(
                Counted.of(scope, Figure.CARRIED, carried),
                Counted.of(scope, Figure.RECEIVED, received),
                Counted.of(scope, Figure.FINISHED, finished),
                Counted.of(scope, Figure.OPEN, open()));
    }

    public long open() {
        return carried + received - finished;
    }

    public long onTime() {
        return finished - late;
    }

    /** Percent to one decimal; null when nothing was finished. */
    public @Nullable BigDecimal onTimeRate() {
        return finished == 0 ? null : ratio(100 * onTime(), finished, 1);
    }

    /** Average working days used, to one decimal; null when nothing was measured. */
    public @Nullable BigDecimal averageUsed() {
        return measured == 0 ? null : ratio(used, measured, 2);
    }

    public @Nullable BigDecimal averageAllowed() {
        return measured == 0 ? null : ratio(allowed, measured, 2);
    }

    /** Whether the average kept to its limit; an average, so exactly the limit is kept (RF-5: "以内"). */
    public boolean keepsAverage() {
        return used <= allowed;
    }

    private static BigDecimal ratio(long part, long whole, int scale) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), scale, RoundingMode.HALF_UP);
    }
}
