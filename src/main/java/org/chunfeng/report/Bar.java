package org.chunfeng.report;

/**
 * One bar of a distribution, and the list behind it.
 *
 * @param late those of them that were late
 */
public record Bar(String label, String value, long count, long late) {}
