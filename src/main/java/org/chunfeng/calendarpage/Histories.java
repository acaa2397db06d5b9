package org.chunfeng.calendarpage;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.chunfeng.deadline.ClockEvent;
import org.chunfeng.deadline.SuspensionRecord;
import org.chunfeng.engine.Actors;
import org.chunfeng.engine.People;
import org.springframework.stereotype.Component;

/** Tells what happened to a clock: every change with its old and new due time, and every suspension. */
@Component
class Histories {

    private final Wording wording;
    private final People people;

    Histories(Wording wording, People people) {
        this.wording = wording;
        this.people = people;
    }

    List<Explained.Happened> of(List<ClockEvent> events) {
        Set<String> accounts = events.stream().map(ClockEvent::actor).collect(Collectors.toSet());
        Map<String, String> names = people.namesOf(accounts);
        names.put(Actors.SYSTEM, wording.text("explain.system"));
        return events.stream()
                .map(event -> happened(event, names.getOrDefault(event.actor(), event.actor())))
                .toList();
    }

    private Explained.Happened happened(ClockEvent event, String by) {
        boolean moved = event.oldDueAt() != null && !Objects.equals(event.oldDueAt(), event.newDueAt());
        String text = wording.text(
                moved ? "explain.event.moved" : "explain.event.due",
                wording.moment(moved ? event.oldDueAt() : event.newDueAt()),
                wording.moment(event.newDueAt()));
        return new Explained.Happened(
                event.at(),
                event.kind(),
                wording.text("explain.event." + event.kind(), String.valueOf(event.calendarVersion())),
                by,
                event.oldDueAt(),
                event.newDueAt(),
                event.reason().isEmpty() ? text : text + wording.text("explain.event.reason", reason(event)));
    }

    /** A suspension's reason begins with its code. */
    private String reason(ClockEvent event) {
        String[] parts = event.reason().split(" ", 2);
        String code = wording.code("suspensionReason", parts[0]);
        return parts.length == 1 ? code : code + " " + parts[1];
    }

    List<Explained.Suspended> suspended(List<SuspensionRecord> suspensions) {
        return suspensions.stream().map(this::suspended).toList();
    }

    private Explained.Suspended suspended(SuspensionRecord suspension) {
        LocalDate from = Objects.requireNonNull(suspension.from());
        LocalDate to = suspension.to();
        String reason = wording.code("suspensionReason", suspension.reason().name());
        return new Explained.Suspended(
                from,
                to,
                suspension.reason(),
                reason,
                suspension.documentNo(),
                to == null
                        ? wording.text("explain.suspendedSince", wording.day(from), reason, suspension.documentNo())
                        : wording.text(
                                "explain.suspended",
                                wording.day(from),
                                wording.day(to),
                                reason,
                                suspension.documentNo()));
    }
}
