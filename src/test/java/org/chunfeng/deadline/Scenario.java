package org.chunfeng.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.chunfeng.calendar.CalendarFixture;
import org.chunfeng.calendar.Decree;
import org.chunfeng.calendar.DecreeDay;
import org.chunfeng.calendar.WorkCalendar;

/** A random start with a calendar made up around it: holidays, weekends worked, and suspensions. */
record Scenario(
        LocalDateTime start, int amount, Set<LocalDate> off, Set<LocalDate> worked, List<Suspension> suspended) {

    static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    static final int YEARS = 4;

    static Arbitrary<Scenario> any() {
        return any(0);
    }

    /** @param lasting how many suspensions may be without an end */
    static Arbitrary<Scenario> any(int lasting) {
        Arbitrary<Integer> near = Arbitraries.integers().between(-2, 60).withoutEdgeCases();
        return Combinators.combine(
                        Arbitraries.integers().between(40, 700).withoutEdgeCases(),
                        Arbitraries.integers().between(0, 24 * 60 - 1).withoutEdgeCases(),
                        Arbitraries.integers().between(1, 15).withoutEdgeCases(),
                        near.list().ofMaxSize(14),
                        near.list().ofMaxSize(6),
                        suspensions(),
                        Arbitraries.integers().between(-2, 40).list().ofMaxSize(lasting))
                .as(Scenario::of);
    }

    private static Arbitrary<List<int[]>> suspensions() {
        return Combinators.combine(
                        Arbitraries.integers().between(-5, 40).withoutEdgeCases(),
                        Arbitraries.integers().between(0, 12).withoutEdgeCases())
                .as((from, length) -> new int[] {from, length})
                .list()
                .ofMaxSize(3);
    }

    private static Scenario of(
            int day,
            int minute,
            int amount,
            List<Integer> off,
            List<Integer> worked,
            List<int[]> closed,
            List<Integer> open) {
        LocalDate start = FIRST.plusDays(day);
        var suspended = new ArrayList<Suspension>();
        closed.forEach(
                span -> suspended.add(new Suspension(start.plusDays(span[0]), start.plusDays(span[0] + span[1]))));
        open.forEach(from -> suspended.add(new Suspension(start.plusDays(from), null)));
        var workedDays = dates(start, worked);
        var offDays = dates(start, off);
        offDays.removeAll(workedDays);
        return new Scenario(
                start.atStartOfDay().plusMinutes(minute), amount, offDays, workedDays, List.copyOf(suspended));
    }

    private static Set<LocalDate> dates(LocalDate start, List<Integer> offsets) {
        var dates = new TreeSet<LocalDate>();
        offsets.forEach(offset -> dates.add(start.plusDays(offset)));
        return dates;
    }

    Scenario withCalendarOf(Scenario other) {
        long shift = other.start.toLocalDate().until(start.toLocalDate(), ChronoUnit.DAYS);
        return new Scenario(start, amount, moved(other.off, shift), moved(other.worked, shift), suspended);
    }

    private static Set<LocalDate> moved(Set<LocalDate> dates, long days) {
        return dates.stream().map(date -> date.plusDays(days)).collect(Collectors.toCollection(TreeSet::new));
    }

    Instant startedAt() {
        return instant(start);
    }

    static Instant instant(LocalDateTime local) {
        return local.atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }

    WorkCalendar calendar() {
        var decrees = new ArrayList<Decree>();
        for (int year = FIRST.getYear(); year < FIRST.getYear() + YEARS; year++) {
            decrees.add(new Decree(year, "random", new ArrayList<>()));
        }
        off.forEach(day -> add(decrees, new DecreeDay(day, false, "假日")));
        worked.forEach(day -> add(decrees, new DecreeDay(day, true, "调休上班")));
        return new WorkCalendar(1, decrees, List.of());
    }

    private static void add(List<Decree> decrees, DecreeDay day) {
        int index = day.date().getYear() - FIRST.getYear();
        var days = new ArrayList<>(decrees.get(index).days());
        days.add(day);
        decrees.set(index, new Decree(day.date().getYear(), "random", days));
    }

    Reckoning reckon(Budget budget) {
        return new Reckoner(calendar(), CalendarFixture.HOURS).reckon(startedAt(), budget, suspended);
    }
}
