package org.chunfeng.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.chunfeng.calendar.CalendarRefused.Reason;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a decree comes in force: preview, draft by one person, signature of a second one with a reason. */
@Service
public class CalendarImports {

    private final Decrees decrees;
    private final CalendarDays days;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    CalendarImports(Decrees decrees, CalendarDays days, Clock clock, ApplicationEventPublisher events) {
        this.decrees = decrees;
        this.days = days;
        this.clock = clock;
        this.events = events;
    }

    /** What the decrees would change, year by year. */
    public List<DecreeDifference> preview(List<Decree> imported) {
        WorkCalendar now = days.refresh();
        WorkCalendar then = candidate(imported);
        return imported.stream()
                .map(decree -> DecreeDifference.between(now, then, decree.year()))
                .toList();
    }

    /** The calendar as it would be if the decrees were signed; its version is the next one. */
    public WorkCalendar candidate(List<Decree> imported) {
        WorkCalendar now = days.refresh();
        return now.with(now.version() + 1, imported);
    }

    /** Keeps a draft of every decree that is not in force already, and answers their ids. */
    @Transactional
    public List<Long> draft(List<Decree> imported, String importedBy) {
        return imported.stream()
                .filter(decree -> !decrees.isInForce(decree))
                .map(decree -> decrees.draft(decree, importedBy, now()))
                .toList();
    }

    /** Puts a draft in force; the one who imported it may not sign it. Signing what is in force changes nothing. */
    @Transactional
    public void sign(long decreeId, String signedBy, String reason) {
        DecreeRecord draft = decrees.locked(decreeId);
        if (draft.state() == DecreeRecord.State.SIGNED) {
            return;
        }
        requireDraft(draft);
        if (draft.importedBy().equals(signedBy)) {
            throw new CalendarRefused(Reason.SAME_PERSON, signedBy);
        }
        if (reason.isBlank()) {
            throw new CalendarRefused(Reason.REASON_MISSING, String.valueOf(draft.year()));
        }
        long version = decrees.sign(draft, signedBy, reason.strip(), now());
        events.publishEvent(new CalendarChanged(version, draft.year()));
    }

    /** Puts a draft aside that nobody will sign. */
    @Transactional
    public void discard(long decreeId) {
        DecreeRecord draft = decrees.locked(decreeId);
        requireDraft(draft);
        decrees.discard(decreeId);
    }

    private static void requireDraft(DecreeRecord decree) {
        if (decree.state() != DecreeRecord.State.DRAFT) {
            throw new CalendarRefused(Reason.NOT_A_DRAFT, decree.state().name());
        }
    }

    /** Every set that was ever imported, newest year and newest set first. */
    public List<DecreeRecord> all() {
        return decrees.all();
    }

    public Optional<DecreeRecord> find(long decreeId) {
        return decrees.find(decreeId);
    }

    public Decree content(DecreeRecord decree) {
        return decrees.content(decree);
    }

    /** What is odd about a decree, though it may be right: the one who signs should have seen it. */
    public List<DecreeRemark> remarks(Decree decree) {
        return DecreeRemark.of(decree, days.current(), LocalDate.now(clock));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
