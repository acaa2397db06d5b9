package org.chunfeng.deadline;

/**
 * The row of the deadline table that applies to a clock.
 *
 * @param id the row's id in deadline.dmn
 * @param escalates whether exceeding it is a breach that goes to audit
 * @param source article or measure, as people are told
 */
public record Rule(
        String id, Budget budget, Lead lead, ClockKind kind, StartsFrom startsFrom, boolean escalates, String source) {}
