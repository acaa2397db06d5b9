package org.chunfeng.calendarpage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import org.chunfeng.deadline.ClockEvent;
import org.chunfeng.deadline.ClockKind;
import org.chunfeng.deadline.CountedDay;
import org.chunfeng.deadline.SuspensionReason;
import org.chunfeng.deadline.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Why something is due when it is, in words that a taxpayer can read.
 *
 * @param clock null when no clock was asked about but the calculator
 * @param dueAt null while the clock stands still
 * @param targetOn the last working day on or before the due day
 * @param provisional whether a year is missing that decides about the due day
 * @param sentences the explanation as a text: the rule, the start, what was counted, the end
 */
record Explained(
        @Nullable Subject clock,
        Unit unit,
        int amount,
        @Nullable LocalDate fixedOn,
        Instant startedAt,
        @Nullable Instant dueAt,
        String dueText,
        @Nullable LocalDate targetOn,
        boolean provisional,
        SortedSet<Integer> missingYears,
        long calendarVersion,
        List<String> sentences,
        List<Day> days,
        List<Suspended> suspensions,
        List<Happened> history) {

    /** The clock that is explained. */
    record Subject(
            long clockId,
            String caseNumber,
            String taxpayerName,
            String bureauName,
            String step,
            String stepName,
            ClockKind kind,
            String kindText,
            String rule,
            String source,
            String startsFromText,
            String stateText,
            boolean stopped) {}

    /**
     * One day, and what it did to the deadline.
     *
     * @param halves counted half days: 2 for a whole one
     * @param makeUp whether it is a weekend day worked for a festival
     * @param due whether the deadline ends on it
     */
    record Day(
            LocalDate date,
            String dateText,
            CountedDay.Verdict verdict,
            int halves,
            boolean makeUp,
            boolean provisional,
            boolean due,
            String text) {}

    /** A suspension of this clock, half-open; to is null while it lasts. */
    record Suspended(
            LocalDate from,
            @Nullable LocalDate to,
            SuspensionReason reason,
            String reasonText,
            String documentNo,
            String text) {}

    /** What happened to the clock; the old due time is kept. */
    record Happened(
            Instant at,
            ClockEvent.Kind kind,
            String kindText,
            String by,
            @Nullable Instant oldDueAt,
            @Nullable Instant newDueAt,
            String text) {}
}
