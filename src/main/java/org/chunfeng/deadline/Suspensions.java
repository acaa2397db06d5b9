package org.chunfeng.deadline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.chunfeng.calendar.OfficeHours;
import org.chunfeng.deadline.ClockEvent.Kind;
import org.chunfeng.deadline.SuspensionRefused.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Suspension of clocks (办理时限中止, plan measure 34): requested by one person, approved by another, ended by an event. It
 * begins on the day of its approval, never earlier, so that it cannot cure a breach; once business has closed, that is the
 * next day.
 */
@Service
public class Suspensions {

    private final SuspensionRows rows;
    private final Clocks clocks;
    private final Ledger ledger;
    private final OfficeHours hours;
    private final Clock time;

    Suspensions(SuspensionRows rows, Clocks clocks, Ledger ledger, OfficeHours hours, Clock time) {
        this.rows = rows;
        this.clocks = clocks;
        this.ledger = ledger;
        this.hours = hours;
        this.time = time;
    }

    /** Asks for a suspension, which then waits for somebody else's approval; answers its id. */
    @Transactional
    public long request(SuspensionRequest request, String requestedBy) {
        return request(request, requestedBy, SuspensionOrigin.NO_PROCESS);
    }

    /** The same for a process, which finds its request again by {@link #ofOccasion}. */
    @Transactional
    public long request(SuspensionRequest request, String requestedBy, SuspensionOrigin origin) {
        if (request.documentNo().isBlank()) {
            throw new SuspensionRefused(Reason.DOCUMENT_MISSING, request.caseNumber());
        }
        if (!request.plannedEnd().isAfter(today())) {
            throw new SuspensionRefused(
                    Reason.PLANNED_END_PASSED, request.plannedEnd().toString());
        }
        if (!suspendsAnything(request.caseNumber(), request.clockId(), request.reason())) {
            throw new SuspensionRefused(Reason.NOTHING_TO_SUSPEND, request.caseNumber());
        }
        return rows.request(request, requestedBy, origin, time.instant());
    }

    /** Whether any running clock of the case would stand still for this reason. */
    public boolean suspendsAnything(String caseNumber, SuspensionReason reason) {
        return suspendsAnything(caseNumber, null, reason);
    }

    private boolean suspendsAnything(String caseNumber, @Nullable Long clockId, SuspensionReason reason) {
        return clocks.openOf(caseNumber).stream()
                .map(Clocks.Found::clock)
                .filter(clock -> clockId == null || clock.id() == clockId)
                .anyMatch(reason::suspends);
    }

    /** Approves a request: the clocks stand still from today on. */
    @Transactional
    public void approve(long suspensionId, String approvedBy) {
        SuspensionRecord pending = pending(suspensionId, approvedBy);
        if (!pending.plannedEnd().isAfter(today())) {
            throw new SuspensionRefused(
                    Reason.PLANNED_END_PASSED, pending.plannedEnd().toString());
        }
        Instant now = time.instant();
        rows.approve(suspensionId, approvedBy, hours.workableDate(now), now);
        review(rows.locked(suspensionId), new Change(Kind.SUSPENDED, approvedBy, reasonOf(pending)));
    }

    @Transactional
    public void reject(long suspensionId, String rejectedBy) {
        pending(suspensionId, rejectedBy);
        rows.reject(suspensionId, rejectedBy, time.instant());
    }

    private SuspensionRecord pending(long suspensionId, String decidedBy) {
        SuspensionRecord pending = rows.locked(suspensionId);
        if (!pending.isPending()) {
            throw new SuspensionRefused(Reason.NOT_PENDING, String.valueOf(suspensionId));
        }
        if (pending.requestedBy().equals(decidedBy)) {
            throw new SuspensionRefused(Reason.SAME_PERSON, decidedBy);
        }
        return pending;
    }

    @Transactional
    public void resume(long suspensionId, String resumedBy) {
        resume(suspensionId, resumedBy, "");
    }

    /** Ends a suspension: the remaining working days run again, today included while business is open. */
    @Transactional
    public void resume(long suspensionId, String resumedBy, String because) {
        SuspensionRecord open = rows.locked(suspensionId);
        if (!open.isOpen()) {
            throw new SuspensionRefused(Reason.NOT_OPEN, String.valueOf(suspensionId));
        }
        Instant now = time.instant();
        rows.resume(suspensionId, resumedBy, because.strip(), hours.workableDate(now), now);
        review(open, new Change(Kind.RESUMED, resumedBy, because.isBlank() ? reasonOf(open) : because.strip()));
    }

    /** Ends every open suspension of a case. */
    @Transactional
    public void resumeCase(String caseNumber, String resumedBy) {
        ofCase(caseNumber).stream().filter(SuspensionRecord::isOpen).forEach(open -> resume(open.id(), resumedBy));
    }

    public List<SuspensionRecord> ofCase(String caseNumber) {
        return rows.ofCases(List.of(caseNumber));
    }

    /** The request that this part of a case's process made. */
    public SuspensionRecord ofOccasion(String occasion) {
        return rows.ofOccasion(occasion)
                .orElseThrow(() -> new IllegalStateException("No suspension was requested by " + occasion));
    }

    /** Lets a process work on a request; its clocks then know the planned end. */
    public void handTo(long suspensionId, String processInstance) {
        rows.handTo(suspensionId, processInstance);
    }

    /** Requests that wait for a decision. */
    public List<SuspensionRecord> pending() {
        return rows.pending();
    }

    /** Suspensions that have outlasted their planned end, each answered once, so that somebody can be reminded. */
    @Transactional
    public List<SuspensionRecord> takeOverstayed() {
        return rows.takeOverstayed(today(), time.instant());
    }

    private void review(SuspensionRecord suspension, Change change) {
        List<DeadlineClock> concerned = clocks.openOf(suspension.caseNumber()).stream()
                .map(Clocks.Found::clock)
                .filter(suspension::concerns)
                .toList();
        ledger.review(concerned, change);
    }

    private static String reasonOf(SuspensionRecord suspension) {
        return suspension.reason() + " " + suspension.documentNo();
    }

    private LocalDate today() {
        return hours.dateOf(time.instant());
    }
}
