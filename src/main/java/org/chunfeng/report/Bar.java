package org.chunfeng.report;

/**
 * One bar of a distribution, and the list behind it.
 *
 * @param late those of them that were late
 */
public record Bar(String label, String value, long count, long late) {

    /** A number of days over (+) or under (-) the limit. */
    static String signed(String days) {
        return days.startsWith("-") || days.equals("0") ? days : "+" + days;
    }
}
