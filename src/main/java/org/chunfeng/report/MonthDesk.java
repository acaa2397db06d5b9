package org.chunfeng.report;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import org.chunfeng.engine.Actor;
import org.chunfeng.engine.Actors;
import org.chunfeng.engine.Refused;
import org.chunfeng.engine.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds the frozen reports that somebody may read: a county its own, the prefecture all. */
@Service
class MonthDesk {

    private final MonthReports reports;
    private final MonthReportRows rows;
    private final MonthViews views;
    private final MonthComparisons comparisons;
    private final Scopes scopes;
    private final Actors actors;
    private final Texts texts;

    MonthDesk(
            MonthReports reports,
            MonthReportRows rows,
            MonthViews views,
            MonthComparisons comparisons,
            Scopes scopes,
            Actors actors,
            Texts texts) {
        this.reports = reports;
        this.rows = rows;
        this.views = views;
        this.comparisons = comparisons;
        this.scopes = scopes;
        this.actors = actors;
        this.texts = texts;
    }

    /** The bureau whose reports are shown: empty for the whole prefecture. */
    String bureau(@Nullable String asked) {
        return scopes.of(Scopes.Asked.of(asked)).bureau();
    }

    boolean mayCorrect() {
        return actors.current().isIn("levyAdmin");
    }

    List<MonthView> all(String bureau) {
        return views.all(rows.of(bureau));
    }

    /** The newest edition unless one is named. */
    MonthView view(String month, String bureau, @Nullable Integer edition) {
        List<MonthReport> editions = rows.editions(month(month).atDay(1), bureau);
        return editions.stream()
                .filter(report -> edition == null || report.edition() == edition)
                .findFirst()
                .map(report -> views.of(report, editions))
                .orElseThrow(this::outOfReach);
    }

    /** Null when nothing is to be compared with; the other is named by month and edition. */
    @Nullable
    MonthComparison compared(MonthView view, @Nullable String with) {
        if (with == null || with.isEmpty()) {
            return null;
        }
        String[] parts = with.split("[.]", 2);
        if (parts.length < 2 || !parts[1].matches("\\d{1,4}")) {
            throw outOfReach();
        }
        return comparisons.of(view, view(parts[0], view.bureau(), Integer.valueOf(parts[1])));
    }

    /** A correction: what the ledger says now, as a new edition; false when it says the same still. */
    boolean correct(String month, String bureau) {
        if (!mayCorrect()) {
            throw Refused.of(403, texts.refusal("reportFreeze"));
        }
        Actor actor = actors.current();
        MonthView known = view(month, bureau, null);
        return reports.freeze(month(known.month()), bureau, actor.userId()) != null;
    }

    private YearMonth month(String month) {
        try {
            YearMonth read = YearMonth.parse(month);
            if (read.getYear() >= 1990 && read.getYear() <= 2100) {
                return read;
            }
        } catch (DateTimeException unreadable) {
            // there is no report of it either
        }
        throw outOfReach();
    }

    private Refused outOfReach() {
        return Refused.of(404, texts.refusal("outOfReach"));
    }
}
