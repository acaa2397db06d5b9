package org.chunfeng.deadline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How long something may take.
 *
 * @param amount number of units; 0 where the unit takes none
 * @param fixedDate only for FIXED_DATE
 */
public record Budget(int amount, Unit unit, @Nullable LocalDate fixedDate) {

    private static final int MOST = 3660;

    public Budget {
        if (unit.counts() ? amount < 1 || amount > MOST : amount != 0) {
            throw new IllegalArgumentException(
                    "Budget of %d %s: expected 1 to %d where the unit counts, else 0".formatted(amount, unit, MOST));
        }
        if ((unit == Unit.FIXED_DATE) != (fixedDate != null)) {
            throw new IllegalArgumentException("Budget in %s with date %s".formatted(unit, fixedDate));
        }
    }

    public static Budget of(int amount, Unit unit) {
        return new Budget(amount, unit, null);
    }

    public static Budget workingDays(int amount) {
        return of(amount, Unit.WORKING_DAY);
    }

    public static Budget until(LocalDate date) {
        return new Budget(0, Unit.FIXED_DATE, date);
    }
}
