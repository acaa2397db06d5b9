package org.chunfeng.deadline;

import org.jspecify.annotations.Nullable;

/**
 * How long before the due time somebody is warned.
 *
 * @param workingDays counted back from the due day
 * @param minutesAfterStart instead of that, for deadlines within one day
 */
public record Lead(int workingDays, @Nullable Integer minutesAfterStart) {

    public static Lead ofWorkingDays(int days) {
        return new Lead(days, null);
    }

    public static Lead ofMinutes(int minutes) {
        return new Lead(0, minutes);
    }
}
