package org.chunfeng.deadline;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chunfeng.calendar.WorkCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Tells beforehand what a calendar would do to every open clock; changes nothing. */
@Service
public class CalendarPreview {

    private static final int PAGE = 2000;
    private static final int EXAMPLES = 3;

    private final JdbcClient sql;
    private final Ledger ledger;
    private final Clock time;

    CalendarPreview(JdbcClient sql, Ledger ledger, Clock time) {
        this.sql = sql;
        this.ledger = ledger;
        this.time = time;
    }

    /** What signing that calendar would do. */
    public CalendarImpact of(WorkCalendar candidate) {
        var counts = new Counts(time.instant());
        long last = 0;
        for (List<DeadlineClock> page = open(last); !page.isEmpty(); page = open(last)) {
            counts.add(ledger.reckon(page, candidate));
            last = page.get(page.size() - 1).id();
        }
        return counts.impact();
    }

    private List<DeadlineClock> open(long after) {
        return sql.sql("select * from clock where stopped_at is null and clock_id > ? order by clock_id limit ?")
                .params(after, PAGE)
                .query(Rows::clock)
                .list();
    }

    /** Adds up page by page. */
    private static class Counts {

        private final Instant now;
        private final Map<List<String>, List<MovedClock>> examples = new LinkedHashMap<>();
        private final Map<List<String>, Integer> moved = new LinkedHashMap<>();
        private ReviewReport total = ReviewReport.NOTHING;
        private int earlier;
        private int overdueAtOnce;
        private int turnProvisional;
        private int settled;

        Counts(Instant now) {
            this.now = now;
        }

        void add(List<Review> page) {
            total = total.plus(ReviewReport.of(page));
            page.forEach(this::add);
        }

        private void add(Review review) {
            DeadlineClock before = review.before();
            boolean provisional = review.reckoning().isProvisional();
            turnProvisional += provisional && !before.provisional() ? 1 : 0;
            settled += before.provisional() && !provisional ? 1 : 0;
            if (!review.dueMoved()) {
                return;
            }
            earlier += review.after(0).dueAtOrNever().isBefore(before.dueAtOrNever()) ? 1 : 0;
            overdueAtOnce += review.reckoning().isOverdue(now) && !before.isOverdue(now) ? 1 : 0;
            List<String> place = List.of(before.bureau(), before.step());
            List<MovedClock> known = examples.computeIfAbsent(place, any -> new ArrayList<>());
            if (moved.merge(place, 1, Integer::sum) <= EXAMPLES) {
                known.add(new MovedClock(
                        before.id(),
                        before.caseNumber(),
                        before.bureau(),
                        before.step(),
                        before.dueAt(),
                        review.reckoning().dueAt()));
            }
        }

        CalendarImpact impact() {
            List<MovedPlace> places = moved.entrySet().stream()
                    .map(place -> new MovedPlace(
                            place.getKey().get(0),
                            place.getKey().get(1),
                            place.getValue(),
                            examples.get(place.getKey())))
                    .sorted(Comparator.comparing(MovedPlace::moved)
                            .reversed()
                            .thenComparing(MovedPlace::bureau)
                            .thenComparing(MovedPlace::step))
                    .toList();
            return new CalendarImpact(total, earlier, overdueAtOnce, turnProvisional, settled, places);
        }
    }
}
