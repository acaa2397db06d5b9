package org.chunfeng.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Days from one to another, both included, as few stretches of whole years, whole months and days. */
record Period(LocalDate from, LocalDate to) {

    private static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);

    /** Days whose sums are kept together under this grain. */
    private record Stretch(char grain, LocalDate from, LocalDate to) {

        String sql() {
            return "c.grain = '%s' and c.day between '%s' and '%s'".formatted(grain, from, to);
        }
    }

    /** Everything before that day. */
    static Period before(LocalDate day) {
        return new Period(BEGINNING, day.minusDays(1));
    }

    /** The condition on the alias c of a table of sums. */
    String sql() {
        List<Stretch> stretches = stretches();
        return stretches.isEmpty()
                ? "false"
                : stretches.stream().map(Stretch::sql).collect(Collectors.joining(" or ", "(", ")"));
    }

    private List<Stretch> stretches() {
        var found = new ArrayList<Stretch>();
        for (LocalDate day = from; !day.isAfter(to); ) {
            char grain = grainAt(day);
            LocalDate last = end(grain, day);
            while (!end(grain, last.plusDays(1)).isAfter(to) && grainAt(last.plusDays(1)) == grain) {
                last = end(grain, last.plusDays(1));
            }
            found.add(new Stretch(grain, day, last));
            day = last.plusDays(1);
        }
        return found;
    }

    private char grainAt(LocalDate day) {
        if (day.getDayOfYear() == 1 && !end('Y', day).isAfter(to)) {
            return 'Y';
        }
        return day.getDayOfMonth() == 1 && !end('M', day).isAfter(to) ? 'M' : 'D';
    }

    private static LocalDate end(char grain, LocalDate day) {
        return switch (grain) {
            case 'Y' -> day.withDayOfYear(day.lengthOfYear());
            case 'M' -> day.withDayOfMonth(day.lengthOfMonth());
            default -> day;
        };
    }
}
