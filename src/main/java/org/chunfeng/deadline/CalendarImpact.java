package org.chunfeng.deadline;

import java.util.List;

/**
 * What signing a calendar would do to the open clocks.
 *
 * @param earlier of the moved ones, those that become due earlier
 * @param overdueAtOnce those that are not overdue now and would be at once
 * @param turnProvisional those whose date would no longer be certain
 * @param settled those whose date would become certain
 * @param places where the moved ones are, most first
 */
public record CalendarImpact(
        ReviewReport total,
        int earlier,
        int overdueAtOnce,
        int turnProvisional,
        int settled,
        List<MovedPlace> places) {}
