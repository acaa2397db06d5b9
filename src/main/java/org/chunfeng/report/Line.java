package org.chunfeng.report;

/**
 * One row of a breakdown.
 *
 * @param scope the view narrowed to this row
 * @param counts cases, or single steps where those are broken down
 * @param clocks its deadlines, for breaches and working days
 */
public record Line(String label, Scope scope, Counts counts, Counts clocks, Due due) {}
