package org.chunfeng.deadline;

import java.util.List;
import java.util.SortedSet;

/** How a due date came about: the rule, every day counted or skipped, the suspensions, and what happened to the clock. */
public record Explanation(
        Standing standing,
        List<CountedDay> days,
        List<SuspensionRecord> suspensions,
        List<ClockEvent> events,
        SortedSet<Integer> missingYears) {}
