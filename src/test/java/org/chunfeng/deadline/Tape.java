package org.chunfeng.deadline;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.BitSet;
import java.util.regex.Pattern;

/**
 * The independent count: years as a tape of letters, one a day (w worked, o off, s worked but suspended), read with string
 * and bit operations. Shares nothing with the code under test and is written the other way round: it marks first and
 * then looks the answer up.
 */
class Tape {

    private static final int LENGTH = 365 * Scenario.YEARS;
    private final StringBuilder days = new StringBuilder();
    private final StringBuilder withoutSuspensions = new StringBuilder();

    Tape(Scenario scenario) {
        long origin = Scenario.FIRST.toEpochDay();
        for (int i = 0; i < LENGTH; i++) {
            // day 0 of the epoch was a Thursday
            days.append((origin + i + 3) % 7 >= 5 ? 'o' : 'w');
        }
        scenario.off().forEach(day -> days.setCharAt(index(day), 'o'));
        scenario.worked().forEach(day -> days.setCharAt(index(day), 'w'));
        withoutSuspensions.append(days);
        for (Suspension suspension : scenario.suspended()) {
            int to = suspension.to() == null ? LENGTH : index(suspension.to());
            for (int i = index(suspension.from()); i < to; i++) {
                days.setCharAt(i, days.charAt(i) == 'o' ? 'o' : 's');
            }
        }
    }

    static int index(LocalDate date) {
        return (int) (date.toEpochDay() - Scenario.FIRST.toEpochDay());
    }

    private static LocalDate date(int index) {
        return Scenario.FIRST.plusDays(index);
    }

    boolean isWorked(LocalDate date) {
        return withoutSuspensions.charAt(index(date)) == 'w';
    }

    /** The date of the nth w after the start, or null when the tape has none left. */
    LocalDate nthWorked(LocalDate start, int n) {
        int at = index(start);
        for (int i = 0; i < n && at >= 0; i++) {
            at = days.indexOf("w", at + 1);
        }
        return at < 0 ? null : date(at);
    }

    /** The date of the nth w before the given one; the day itself when n is 0. */
    LocalDate nthWorkedBefore(LocalDate date, int n) {
        int at = index(date);
        for (int i = 0; i < n; i++) {
            at = days.lastIndexOf("w", at - 1);
        }
        return date(at);
    }

    /** All half days as bits, two a day; the answer is the nth bit whose half begins after the start. */
    LocalDateTime nthHalf(LocalDateTime start, int n) {
        var halves = new BitSet(2 * LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            halves.set(2 * i, 2 * i + 2, days.charAt(i) == 'w');
        }
        int hour = start.getHour();
        int bit = 2 * index(start.toLocalDate()) + (hour < 15 ? 0 : 1);
        for (int i = 0; i < n && bit >= 0; i++) {
            bit = halves.nextSetBit(bit + 1);
        }
        return bit < 0 ? null : date(bit / 2).atTime(bit % 2 == 0 ? 12 : 18, 0);
    }

    /** A named day, moved on by as many w as there are s between start and it. */
    LocalDate named(LocalDate start, LocalDate named) {
        int from = index(start) + 1;
        int to = index(named) + 1;
        long lost = from >= to
                ? 0
                : days.substring(from, to).chars().filter(day -> day == 's').count();
        return lost == 0 ? named : nthWorked(named, (int) lost);
    }

    /** §109 by regular expression: rests of three and more inside the period, as working days after it. */
    LocalDate paragraph109(LocalDate start, int amount) {
        int last = index(start) + amount;
        String period = withoutSuspensions.substring(index(start) + 1, last + 1);
        int rest = Pattern.compile("o{3,}")
                .matcher(period)
                .results()
                .mapToInt(run -> run.end() - run.start())
                .sum();
        int end = last;
        for (int i = 0; i < rest; i++) {
            end = withoutSuspensions.indexOf("w", end + 1);
        }
        return date(withoutSuspensions.indexOf("w", end));
    }

    /** How many w lie after the first date up to the second. */
    int worked(LocalDate after, LocalDate until) {
        return (int) days.substring(index(after) + 1, Math.max(index(after) + 1, index(until) + 1))
                .chars()
                .filter(day -> day == 'w')
                .count();
    }
}
