package org.chunfeng.deadline;

import java.math.BigDecimal;

/** A number of working days to the half, as people read it: 1.5. */
public record WorkTime(int halves) implements Comparable<WorkTime> {

    public static WorkTime ofDays(int days) {
        return new WorkTime(2 * days);
    }

    public BigDecimal days() {
        return halves % 2 == 0 ? BigDecimal.valueOf(halves / 2) : BigDecimal.valueOf(halves * 5L, 1);
    }

    @Override
    public int compareTo(WorkTime other) {
        return Integer.compare(halves, other.halves);
    }

    @Override
    public String toString() {
        return days().toPlainString();
    }
}
