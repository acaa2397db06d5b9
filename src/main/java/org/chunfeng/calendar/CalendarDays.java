package org.chunfeng.calendar;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The calendar in force, kept in memory. It is refreshed when a decree is signed here, and within seconds when one is
 * signed on another node; who must not be seconds late compares versions and asks for {@link #atLeast}.
 */
@Component
public class CalendarDays {

    private final SignedDecrees decrees;
    private final Map<Long, WorkCalendar> former = new ConcurrentHashMap<>();
    private volatile @Nullable WorkCalendar calendar;

    CalendarDays(SignedDecrees decrees) {
        this.decrees = decrees;
    }

    public WorkCalendar current() {
        WorkCalendar known = calendar;
        return known == null ? refresh() : known;
    }

    /** The calendar in force, read again if the one in memory is older than the given version. */
    public WorkCalendar atLeast(long version) {
        WorkCalendar known = current();
        return known.version() < version ? refresh() : known;
    }

    /** The calendar as it was in that version: what was finished then is explained by it for ever. */
    public WorkCalendar asOf(long version) {
        WorkCalendar known = current();
        return known.version() == version ? known : former.computeIfAbsent(version, decrees::asOf);
    }

    /** Reads the version number, and the decrees only when it is another one. */
    @Scheduled(fixedDelayString = "${chunfeng.calendar.check-every:PT5S}")
    public synchronized WorkCalendar refresh() {
        WorkCalendar known = calendar;
        if (known != null && known.version() == decrees.version()) {
            return known;
        }
        WorkCalendar read = decrees.inForce();
        calendar = read;
        return read;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void calendarChanged(CalendarChanged change) {
        refresh();
    }
}
