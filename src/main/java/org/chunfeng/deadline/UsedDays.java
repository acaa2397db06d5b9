package org.chunfeng.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.chunfeng.calendar.CalendarDays;
import org.chunfeng.calendar.OfficeHours;
import org.chunfeng.calendar.WorkCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many working days clocks took from start to end, counted as their due dates are: the start day not, suspensions not. */
@Component
public class UsedDays {

    private final JdbcClient sql;
    private final SuspensionRows suspensions;
    private final CalendarDays calendar;
    private final OfficeHours hours;

    UsedDays(JdbcClient sql, SuspensionRows suspensions, CalendarDays calendar, OfficeHours hours) {
        this.sql = sql;
        this.suspensions = suspensions;
        this.calendar = calendar;
        this.hours = hours;
    }

    /**
     * Whole working days of one stopped clock.
     *
     * @param allowed until its due time; null when it stood still at its end and so had none
     */
    public record Used(long clockId, int used, @Nullable Integer allowed, long calendarVersion) {}

    /** Of these clocks, those that have stopped. */
    public List<Used> of(Collection<Long> clockIds) {
        List<DeadlineClock> clocks = found("stopped_at is not null", clockIds);
        WorkCalendar current = calendar.current();
        Map<String, List<SuspensionRecord>> byCase = suspensionsOf(clocks);
        return clocks.stream()
                .map(clock -> used(clock, byCase.getOrDefault(clock.caseNumber(), List.of()), current))
                .toList();
    }

    /** Working days that these clocks are late at that moment, if they still run; suspensions after the due time are not counted. */
    public Map<Long, Integer> overrun(Collection<Long> clockIds, Instant now) {
        List<DeadlineClock> clocks = found("stopped_at is null and due_at <= '%s'".formatted(now), clockIds);
        WorkCalendar current = calendar.current();
        Map<String, List<SuspensionRecord>> byCase = suspensionsOf(clocks);
        return clocks.stream()
                .collect(Collectors.toMap(
                        DeadlineClock::id,
                        clock -> counted(
                                Objects.requireNonNull(clock.dueAt()),
                                now,
                                days(clock, byCase.getOrDefault(clock.caseNumber(), List.of()), current))));
    }

    /** Working days that suspensions took from these running clocks so far, today included; overlaps count once. */
    public Map<Long, Integer> suspended(Collection<Long> clockIds, Instant now) {
        List<DeadlineClock> clocks = found("stopped_at is null", clockIds);
        WorkCalendar current = calendar.current();
        Map<String, List<SuspensionRecord>> byCase = suspensionsOf(clocks);
        LocalDate today = hours.dateOf(now);
        return clocks.stream()
                .collect(Collectors.toMap(
                        DeadlineClock::id,
                        clock -> days(clock, byCase.getOrDefault(clock.caseNumber(), List.of()), current)
                                .suspended(hours.dateOf(clock.startedAt()), today)));
    }

    private List<DeadlineClock> found(String condition, Collection<Long> clockIds) {
        if (clockIds.isEmpty()) {
            return List.of();
        }
        return sql.sql("select * from clock where clock_id = any(?) and " + condition)
                .param(clockIds.toArray(Long[]::new))
                .query(Rows::clock)
                .list();
    }

    private Map<String, List<SuspensionRecord>> suspensionsOf(List<DeadlineClock> clocks) {
        return suspensions
                .ofCases(clocks.stream().map(DeadlineClock::caseNumber).collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.groupingBy(SuspensionRecord::caseNumber));
    }

    private Used used(DeadlineClock clock, List<SuspensionRecord> ofCase, WorkCalendar current) {
        CountableDays days = days(clock, ofCase, current);
        Instant stopped = Objects.requireNonNull(clock.stoppedAt());
        Instant due = clock.dueAt();
        return new Used(
                clock.id(),
                counted(clock.startedAt(), stopped, days),
                due == null ? null : counted(clock.startedAt(), due, days),
                current.version());
    }

    private static CountableDays days(DeadlineClock clock, List<SuspensionRecord> ofCase, WorkCalendar current) {
        return new CountableDays(
                current,
                ofCase.stream()
                        .filter(suspension -> suspension.concerns(clock))
                        .map(SuspensionRecord::days)
                        .toList());
    }

    private int counted(Instant after, Instant until, CountableDays days) {
        LocalDate first = hours.dateOf(after).plusDays(1);
        LocalDate last = hours.dateOf(until).plusDays(1);
        return last.isAfter(first)
                ? (int) first.datesUntil(last).filter(days::counts).count()
                : 0;
    }
}
